using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Functions.Timers;

/// <summary>The timers' states in the store. A slot belongs to the one host whose claim found the state as it was.</summary>
internal sealed class TimerStates(EmbeddedStore store)
{
    public Task CreateTableAsync() => store.WriteAsync(connection => Execute(connection,
        "CREATE TABLE IF NOT EXISTS host_timers (name TEXT PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER, next INTEGER NOT NULL, updated INTEGER NOT NULL, runner TEXT)"));

    public TimerState? Find(string name) => store.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT schedule, last, next, updated, runner FROM host_timers WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        using var row = command.ExecuteReader();
        return row.Read()
            ? new TimerState(row.GetString(0), row.IsDBNull(1) ? null : Instant(row.GetInt64(1)), Instant(row.GetInt64(2)), Instant(row.GetInt64(3)), row.IsDBNull(4) ? null : row.GetString(4))
            : null;
    });

    public Task SaveAsync(string name, TimerState state) => store.WriteAsync(connection => Execute(connection,
        "INSERT OR REPLACE INTO host_timers (name, schedule, last, next, updated, runner) VALUES ($name, $schedule, $last, $next, $updated, $runner)",
        [("$name", name), .. Columns(state)]));

    /// <summary>Replaces <paramref name="current"/> by <paramref name="changed"/>; false when another host was there first.</summary>
    public async Task<bool> TryChangeAsync(string name, TimerState current, TimerState changed) => 1 == await store.WriteAsync(connection => Execute(connection,
        "UPDATE host_timers SET schedule = $schedule, last = $last, next = $next, updated = $updated, runner = $runner WHERE name = $name AND next = $was AND runner IS $by",
        [("$name", name), ("$was", current.Next.UtcTicks), ("$by", current.Runner), .. Columns(changed)]));

    static (string Name, object? Value)[] Columns(TimerState state) =>
        [("$schedule", state.Schedule), ("$last", state.Last?.UtcTicks), ("$next", state.Next.UtcTicks), ("$updated", state.Updated.UtcTicks), ("$runner", state.Runner)];

    static int Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a literal
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command.ExecuteNonQuery();
    }

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
