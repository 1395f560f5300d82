/** Where the public lists stand; open to anyone. */
export const PUBLIC_POSTINGS = '/public/social-assistance/postings'
export const PUBLIC_BENEFITS = '/public/social-assistance/benefits'
