using LocalRuntime.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application.Crashes;

/// <summary>What the disk holds when the process dies just before a commit, when that is, and which act of the script was under way.</summary>
sealed record CrashImage(string Store, DateTimeOffset At, int Act)
{
    public override string ToString() => $"{Path.GetFileName(Path.GetDirectoryName(Store))}, act {Act}, {At:MM-dd HH:mm:ss}";
}

/// <summary>
/// At every commit of a process that lives to the end, a copy of the store's files as they are before it: nothing that a process does between two
/// commits survives it, so these are all the states in which a crash can leave the store. Commits that only took a lease are one state with what
/// they follow, since the next process releases the leases of the dead.
/// </summary>
sealed class CrashImages(DirectoryInfo folder)
{
    const string State = """
        SELECT (SELECT group_concat(etag) FROM entities) || '/' || (SELECT coalesce(group_concat(id), '') FROM queue_messages) || '/'
          || (SELECT count(*) FROM durable_history) || '/' || (SELECT count(*) FROM durable_instances) || '/'
          || (SELECT coalesce(group_concat(id), '') FROM durable_inbox) || '/' || (SELECT coalesce(group_concat(id), '') FROM durable_activities)
        """;

    readonly List<CrashImage> images = [];
    string last = "";
    int act;

    public IReadOnlyList<CrashImage> Images => images;

    public AppHostSetup Setup { get; } = new() { Store = Path.Combine(folder.FullName, "whole", "store.db") };

    /// <summary>Plays a script, and keeps an image of each commit of it.</summary>
    public async Task PlayAsync(AppHost app, params IReadOnlyList<Func<AppHost, Task>> script)
    {
        var store = app.Services.GetRequiredService<EmbeddedStore>();
        store.Committing = _ => Save(app, store.Read(StateQuery));
        for (act = 0; act < script.Count; act++) await script[act](app);
        store.Committing = null;
    }

    // On the writer's own thread: while it copies nothing is written.
    void Save(AppHost app, string stands)
    {
        if (stands == last) return;
        last = stands;
        var copy = folder.CreateSubdirectory($"commit-{images.Count + 1}");
        foreach (var file in new[] { Setup.Store, $"{Setup.Store}-wal" }.Where(File.Exists)) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        images.Add(new CrashImage(Path.Combine(copy.FullName, Path.GetFileName(Setup.Store)), app.Now, act));
    }

    static string StateQuery(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = State;
        return (string)command.ExecuteScalar()!;
    }
}
