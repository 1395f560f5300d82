import './palette.css'
import './theme.css'
import './large-type.css'
import './print.css'
