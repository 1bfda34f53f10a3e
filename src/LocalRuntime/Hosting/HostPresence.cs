namespace LocalRuntime.Hosting;

/// <summary>
/// Announces a host of a store and tells which other hosts run. Each host holds an exclusive lock on a file of its own
/// beside the store; the operating system releases the lock when the process ends. The files have their own folder,
/// because a watcher of the store's folder would be notified of each write to the store.
/// </summary>
sealed class HostPresence : IDisposable
{
    const int MaxAttempts = 20;

    static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    readonly string? store;
    readonly ISet<string>? inMemory;
    readonly FileStream? ownFile;
    readonly FileSystemWatcher? watcher;
    readonly Timer check;
    volatile bool shared;

    /// <summary>
    /// Announces a host of the file <paramref name="store"/>, or of a store in memory whose hosts have the ids
    /// <paramref name="inMemory"/>; null when there are no others.
    /// </summary>
    public HostPresence(string? store, ISet<string>? inMemory = null)
    {
        (this.store, this.inMemory) = (store, inMemory);
        check = new Timer(_ => CheckOtherHosts());
        if (inMemory is not null) inMemory.Add(Id = Guid.NewGuid().ToString("N"));
        if (store is null) return;
        Directory.CreateDirectory(FolderOf(store));
        watcher = new FileSystemWatcher(FolderOf(store));
        watcher.Created += (_, created) => OnFileCreated(created.FullPath);
        watcher.EnableRaisingEvents = true;
        ownFile = CreateFile();
        shared = !IsAlone();
        if (shared) ScheduleCheck();
    }

    /// <summary>Called when another host of the store has started, and when the last one has ended.</summary>
    public Action OthersChanged { get; set; } = () => { };

    public string Id { get; private set; } = "";

    /// <summary>Whether there is another host, as of a second ago at most. Reads no file.</summary>
    public bool IsShared => shared;

    /// <summary>Whether no other host of the store runs.</summary>
    public bool IsAlone() => store is null
        ? inMemory is null || inMemory.Count == 1
        : !Directory.EnumerateFiles(FolderOf(store)).Any(file => file != FileOf(Id) && IsLocked(file));

    public bool IsAlive(string id) =>
        id == Id || inMemory?.Contains(id) == true || (store is not null && IsLocked(FileOf(id)));

    public void Dispose()
    {
        inMemory?.Remove(Id);
        watcher?.Dispose();
        check.Dispose();
        ownFile?.Dispose();
    }

    // Another host that checks the file between its creation and its lock deletes it; then a new one is created.
    FileStream CreateFile()
    {
        for (var attempt = 1; ; attempt++)
        {
            Id = Guid.NewGuid().ToString("N");
            try
            {
                var file = Open(FileOf(Id), FileMode.CreateNew);
                if (File.Exists(FileOf(Id))) return file;
                file.Dispose();
            }
            catch (IOException) when (attempt < MaxAttempts)
            {
                // The other host has the file open at this moment.
            }
        }
    }

    // The new file is not opened yet, because its host may not have locked it. The next check tells whether it runs.
    void OnFileCreated(string file)
    {
        if (file == FileOf(Id) || ownFile is null) return;
        shared = true;
        ScheduleCheck();
        OthersChanged();
    }

    void CheckOtherHosts()
    {
        try
        {
            shared = !IsAlone();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The next check tells; an exception would end the process.
        }

        if (shared) ScheduleCheck();
        else OthersChanged();
    }

    void ScheduleCheck()
    {
        try
        {
            check.Change(CheckInterval, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // This host stops.
        }
    }

    static bool IsLocked(string file)
    {
        try
        {
            using var abandoned = Open(file, FileMode.Open);
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

    static FileStream Open(string file, FileMode mode) =>
        new(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    string FileOf(string id) => Path.Combine(FolderOf(store!), id);

    public static string FolderOf(string store) => $"{store}.hosts";
}
