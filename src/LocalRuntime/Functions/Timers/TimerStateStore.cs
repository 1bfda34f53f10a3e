namespace LocalRuntime.Functions.Timers;

/// <summary>Stores the states of timers. The host that changes a state first gets its slot.</summary>
sealed class TimerStateStore(EmbeddedStore store)
{
    public Task CreateTableAsync() => store.WriteAsync(connection => connection.Execute(
        """
        CREATE TABLE IF NOT EXISTS host_timers (
          name TEXT PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER, next INTEGER NOT NULL,
          updated INTEGER NOT NULL, runner TEXT)
        """));

    public TimerState? Find(string name) => store.Read(connection => connection.QueryFirst(
        "SELECT schedule, next, updated, last, runner FROM host_timers WHERE name = $1", Read, name));

    public Task SaveAsync(string name, TimerState state) => store.WriteAsync(connection => connection.Execute(
        """
        INSERT OR REPLACE INTO host_timers (name, schedule, last, next, updated, runner) VALUES ($1, $2, $3, $4, $5, $6)
        """,
        name, state.Schedule, state.Last?.UtcTicks, state.Next.UtcTicks, state.Updated.UtcTicks, state.Runner));

    /// <summary>Replaces <paramref name="current"/>; false when another host changed it first.</summary>
    public Task<bool> TryChangeAsync(string name, TimerState current, TimerState changed) =>
        store.WriteAsync(connection => 1 == connection.Execute(
            """
            UPDATE host_timers SET schedule = $4, last = $5, next = $6, updated = $7, runner = $8
            WHERE name = $1 AND next = $2 AND runner IS $3
            """,
            name, current.Next.UtcTicks, current.Runner, changed.Schedule, changed.Last?.UtcTicks,
            changed.Next.UtcTicks, changed.Updated.UtcTicks, changed.Runner));

    /// <summary>Claims a slot of a timer without a state; false when another host claimed it or a later one.</summary>
    public Task<bool> TryClaimAsync(string name, DateTimeOffset slot) => store.WriteAsync(connection =>
        1 == connection.Execute(
            """
            INSERT INTO host_timers (name, schedule, last, next, updated) VALUES ($1, '', $2, $2, $2)
            ON CONFLICT (name) DO UPDATE SET last = $2, next = $2, updated = $2 WHERE next < $2
            """,
            name, slot.UtcTicks));

    static TimerState Read(SqliteDataReader row) => new(
        row.GetString(0), row.IsDBNull(3) ? null : Instant(row.GetInt64(3)), Instant(row.GetInt64(1)),
        Instant(row.GetInt64(2)), row.GetStringOrNull(4));

    static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}

/// <summary>A timer's last claimed slot, its next slot, and the host that is running the last one.</summary>
sealed record TimerState(
    string Schedule, DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated, string? Runner);
