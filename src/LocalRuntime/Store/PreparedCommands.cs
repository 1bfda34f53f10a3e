using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Store;

/// <summary>
/// SQL compiled once a connection and run many times. Parameters are positional: <c>$1</c>, <c>$2</c> and so on.
/// A connection is used by one thread at a time, as <see cref="EmbeddedStore"/> guarantees for its delegates.
/// </summary>
public static class PreparedCommands
{
    static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Cache = [];

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Prepared(connection, sql, values).ExecuteNonQuery();

    /// <summary>Every row, mapped.</summary>
    public static List<T> Query<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row, mapped, or the type's default when there is none.</summary>
    public static T? QueryFirst<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <summary>Calls <paramref name="take"/> with each row until it returns false.</summary>
    public static void Scan(this SqliteConnection connection, string sql, Func<SqliteDataReader, bool> take, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepared(connection, sql, values).ExecuteReader();
        while (reader.Read() && take(reader))
        {
            // the row was taken; the next one is asked for
        }
    }

    /// <summary>Frees what was compiled for the connection; to be called before it is closed.</summary>
    internal static void Forget(SqliteConnection connection)
    {
        if (!Cache.TryGetValue(connection, out var commands)) return;
        foreach (var command in commands.Values) command.Dispose();
        Cache.Remove(connection);
    }

    static SqliteCommand Prepared(SqliteConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var commands = Cache.GetOrCreateValue(connection);
        if (!commands.TryGetValue(sql, out var command)) commands[sql] = command = Compile(connection, sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    static SqliteCommand Compile(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts are literals of this assembly; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        return command;
    }
}
