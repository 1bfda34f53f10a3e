using LocalRuntime.Store;

namespace FunctionsApp.Tests.FlashSales;

/// <summary>What a process that dies leaves behind: its store, as it was on disk at one commit that was not made, and the clock.</summary>
sealed record Death(int Commit, string Store, DateTimeOffset At);

/// <summary>
/// Every place at which a process that lives to the end might have died: before each of its commits the files of its store are copied, and that is all that
/// another process would find. To die just behind a commit is to die before the next one.
/// </summary>
sealed class Deaths(string folder)
{
    readonly List<Death> all = [];

    public string Store { get; } = Path.Combine(folder, "alive.db");

    public IReadOnlyList<Death> All => all;

    /// <summary>From here on deaths are kept.</summary>
    public void Watch(AppHost app) => EmbeddedStores.Open(Store).Store.Committing = _ => Keep(app.Now);

    void Keep(DateTimeOffset now)
    {
        var death = new Death(all.Count + 1, Path.Combine(folder, $"{all.Count + 1}.db"), now);
        File.Copy(Store, death.Store);
        if (File.Exists($"{Store}-wal")) File.Copy($"{Store}-wal", $"{death.Store}-wal");
        all.Add(death);
    }
}
