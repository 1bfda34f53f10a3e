using LocalRuntime.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application.Crashes;

/// <summary>A copy of the store's files just before a commit.</summary>
/// <param name="Store">The path of the copied database.</param>
/// <param name="At">The virtual time of the commit.</param>
/// <param name="Act">The index of the script's act that was running.</param>
sealed record CrashImage(string Store, DateTimeOffset At, int Act)
{
    public override string ToString() =>
        $"{Path.GetFileName(Path.GetDirectoryName(Store))}, act {Act}, {At:MM-dd HH:mm:ss}";
}

/// <summary>
/// Copies the store's files before every commit of a process that runs to its end. A process leaves nothing else
/// behind, so the copies are all the states in which a crash can leave the store. A commit that only takes a lease adds
/// no copy, since the next process releases the leases of an ended one.
/// </summary>
sealed class CrashImages(DirectoryInfo folder)
{
    const string State = """
        SELECT (SELECT group_concat(etag) FROM entities)
          || '/' || (SELECT coalesce(group_concat(id), '') FROM queue_messages)
          || '/' || (SELECT count(*) FROM durable_history)
          || '/' || (SELECT count(*) FROM durable_instances)
          || '/' || (SELECT coalesce(group_concat(id), '') FROM durable_inbox)
          || '/' || (SELECT coalesce(group_concat(id), '') FROM durable_activities)
        """;

    readonly List<CrashImage> images = [];
    string last = "";
    int act;

    public IReadOnlyList<CrashImage> Images => images;

    public AppHostSetup Setup { get; } = new() { Store = Path.Combine(folder.FullName, "whole", "store.db") };

    /// <summary>Runs a script and keeps an image of each of its commits.</summary>
    public async Task PlayAsync(AppHost app, params IReadOnlyList<Func<AppHost, Task>> script)
    {
        var store = app.Services.GetRequiredService<EmbeddedStore>();
        store.Committing = _ => Save(app, store.Read(StateQuery));
        for (act = 0; act < script.Count; act++) await script[act](app);
        store.Committing = null;
    }

    // The writer's thread calls this, so nothing is written during the copy.
    void Save(AppHost app, string state)
    {
        if (state == last) return;
        last = state;
        var copy = folder.CreateSubdirectory($"commit-{images.Count + 1}");
        foreach (var file in new[] { Setup.Store, $"{Setup.Store}-wal" }.Where(File.Exists))
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        images.Add(new CrashImage(Path.Combine(copy.FullName, Path.GetFileName(Setup.Store)), app.Now, act));
    }

    static string StateQuery(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = State;
        return (string)command.ExecuteScalar()!;
    }
}
