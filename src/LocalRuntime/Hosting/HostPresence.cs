namespace LocalRuntime.Hosting;

/// <summary>
/// Tells which hosts of a store live: each holds an exclusive lock on a file of its own beside it, which the operating system
/// gives up when the process dies, however it dies. What a dead host held may be taken over at once.
/// </summary>
internal sealed class HostPresence : IDisposable
{
    readonly string? store;
    readonly FileStream? held;

    /// <summary>Announces a host of the store at <paramref name="store"/>; null for a store in memory, which has no other host.</summary>
    public HostPresence(string? store)
    {
        this.store = store;
        if (store is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        held = new FileStream(FileOf(Id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
    }

    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>True when no other host of the store lives.</summary>
    public bool IsAlone() => store is null
        || !Directory.EnumerateFiles(Path.GetDirectoryName(store)!, Path.GetFileName(FileOf("*"))).Any(file => file != FileOf(Id) && IsLocked(file));

    public bool IsAlive(string id) => id == Id || (store is not null && IsLocked(FileOf(id)));

    public void Dispose() => held?.Dispose();

    static bool IsLocked(string file)
    {
        try
        {
            using var abandoned = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    string FileOf(string id) => $"{store}.host-{id}";
}
