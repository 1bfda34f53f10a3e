// Runs the emulator for as long as whoever started it lives: the pipe to standard input closes even when that process is killed.
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
require("azurite/dist/src/azurite.js");
