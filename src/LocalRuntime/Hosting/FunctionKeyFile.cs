namespace LocalRuntime.Hosting;

/// <summary>The operator's key: from the command line, or created once in a file that only the owner reads.</summary>
static class FunctionKeyFile
{
    public static string KeyFor(LocalHostOptions options) =>
        options.FunctionKey ?? (options.InMemory ? NewKey() : ReadOrCreate(options.Store + ".key"));

    static string ReadOrCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            var key = NewKey();
            file.Write(key);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            var kept = File.ReadAllText(path).Trim();
            return kept.Length > 0
                ? kept
                : throw new RefusedException($"{path} is empty: write a key into it or delete it.");
        }
    }

    static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
