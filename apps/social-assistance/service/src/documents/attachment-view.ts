/** Columns of an attachment as the contract shows it; never the content. */
export const ATTACHMENT_VIEW = `id, kind, name, media_type as "mediaType", bytes::int, uploaded_by_name as "uploadedBy", to_json(uploaded_at) #>> '{}' as "uploadedAt", business_date::text as "businessDate"`
