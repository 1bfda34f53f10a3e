namespace LocalRuntime.Hosting;

/// <summary>
/// Tells which hosts of a store live: each holds an exclusive lock on a file of its own beside it, which the operating system
/// gives up when the process dies, however it dies. What a dead host held may be taken over at once. The files have a folder to themselves:
/// whoever watches the store's own folder is told of every write to the store.
/// </summary>
internal sealed class HostPresence : IDisposable
{
    const int MostAttempts = 20;

    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    readonly string? store;
    readonly ISet<string>? inMemory;
    readonly FileStream? held;
    readonly FileSystemWatcher? newcomers;
    readonly Timer departures;
    volatile bool shared;

    /// <summary>
    /// Announces a host of the store at <paramref name="store"/>; null for a store in memory, which has no other host unless it is shared by
    /// those whose ids are <paramref name="inMemory"/>.
    /// </summary>
    public HostPresence(string? store, ISet<string>? inMemory = null)
    {
        (this.store, this.inMemory) = (store, inMemory);
        departures = new Timer(_ => SeeWhoIsLeft());
        if (inMemory is not null) inMemory.Add(Id = Guid.NewGuid().ToString("N"));
        if (store is null) return;
        Directory.CreateDirectory(FolderOf(store));
        newcomers = new FileSystemWatcher(FolderOf(store));
        newcomers.Created += (_, created) => Welcome(created.FullPath);
        newcomers.EnableRaisingEvents = true;
        held = Announce();
        shared = !IsAlone();
        if (shared) Arm();
    }

    /// <summary>Called when another host of the store has come, and when the last one has gone.</summary>
    public Action OthersChanged { get; set; } = () => { };

    public string Id { get; private set; } = "";

    /// <summary>Whether there is another host, as of a second ago at most. Costs nothing to ask, and nothing to know while there is none.</summary>
    public bool IsShared => shared;

    /// <summary>True when no other host of the store lives.</summary>
    public bool IsAlone() => store is null
        ? inMemory is null || inMemory.Count == 1
        : !Directory.EnumerateFiles(FolderOf(store)).Any(file => file != FileOf(Id) && IsLocked(file));

    public bool IsAlive(string id) => id == Id || inMemory?.Contains(id) == true || (store is not null && IsLocked(FileOf(id)));

    public void Dispose()
    {
        inMemory?.Remove(Id);
        newcomers?.Dispose();
        departures.Dispose();
        held?.Dispose();
    }

    // Another host that looks between the creation and the lock takes the file for an abandoned one; then a new one is made.
    FileStream Announce()
    {
        for (var attempt = 1; ; attempt++)
        {
            Id = Guid.NewGuid().ToString("N");
            try
            {
                var file = new FileStream(FileOf(Id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
                if (File.Exists(FileOf(Id))) return file;
                file.Dispose();
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                // the other one holds it just now
            }
        }
    }

    // Not looked at yet: its maker may not have locked it. The next look tells whether somebody is there.
    void Welcome(string file)
    {
        if (file == FileOf(Id) || held is null) return;
        shared = true;
        Arm();
        OthersChanged();
    }

    void SeeWhoIsLeft()
    {
        if (!IsAlone())
        {
            Arm();
            return;
        }

        shared = false;
        OthersChanged();
    }

    void Arm()
    {
        try
        {
            departures.Change(LookAgain, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // this host stops
        }
    }

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

    string FileOf(string id) => Path.Combine(FolderOf(store!), id);

    static string FolderOf(string store) => $"{store}.hosts";
}
