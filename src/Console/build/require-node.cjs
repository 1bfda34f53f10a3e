// Exits with 0 when this Node.js builds the console: Vite needs 20.19 or later. Written for old versions too.
const [major, minor] = process.versions.node.split('.').map(Number)
process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)
