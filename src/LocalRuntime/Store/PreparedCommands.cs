using System.Runtime.CompilerServices;

namespace LocalRuntime.Store;

/// <summary>
/// Runs SQL that is compiled once a connection. Parameters are positional: <c>$1</c>, <c>$2</c> and so on. A connection
/// is used by one thread at a time.
/// </summary>
public static class PreparedCommands
{
    static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Cache = [];

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Prepared(connection, sql, values).ExecuteNonQuery();

    /// <summary>Runs statements that are not kept compiled.</summary>
    public static int ExecuteScript(this SqliteConnection connection, string sql)
    {
        using var command = Compile(connection, sql, parameters: 0);
        return command.ExecuteNonQuery();
    }

    public static List<T> Query<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map,
        params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row, or the type's default when there is none.</summary>
    public static T? QueryFirst<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map,
        params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <summary>The first column of the first row as a number; null when there is none.</summary>
    public static long? QueryNumber(
        this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.QueryFirst<long?>(sql, row => row.IsDBNull(0) ? null : row.GetInt64(0), values);

    public static bool Exists(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.QueryFirst(sql, _ => true, values);

    /// <summary>Calls <paramref name="take"/> with each row until it returns false.</summary>
    public static void Scan(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, bool> take,
        params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        var more = true;
        while (more && reader.Read()) more = take(reader);
    }

    public static string? GetStringOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Frees the compiled commands of a connection that is about to be closed.</summary>
    internal static void Forget(SqliteConnection connection)
    {
        if (!Cache.TryGetValue(connection, out var commands)) return;
        foreach (var command in commands.Values) command.Dispose();
        Cache.Remove(connection);
    }

    static SqliteCommand Prepared(SqliteConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var commands = Cache.GetOrCreateValue(connection);
        if (!commands.TryGetValue(sql, out var command))
            commands[sql] = command = Compile(connection, sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    static SqliteCommand Compile(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are constants of this assembly; values are parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
        return command;
    }
}
