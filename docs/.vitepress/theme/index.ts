// The theme without its web fonts: Chinese readers would not see them, and nothing is fetched for them.
import Theme from 'vitepress/theme-without-fonts'
import './style.css'

export default Theme
