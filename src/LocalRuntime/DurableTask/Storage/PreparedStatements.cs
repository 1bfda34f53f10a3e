using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>SQL with the parameters <c>@1</c>, <c>@2</c>, ..., prepared once a connection.</summary>
static class PreparedStatements
{
    static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Prepared = [];

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Bind(connection, sql, values).ExecuteNonQuery();

    /// <summary>The rows of a query, read to the end.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(connection, sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first column of the first row as a number; null when there is none.</summary>
    public static long? Number(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Bind(connection, sql, values).ExecuteScalar() as long?;

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    static SqliteCommand Bind(SqliteConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var commands = Prepared.GetOrCreateValue(connection);
        if (!commands.TryGetValue(sql, out var command)) commands.Add(sql, command = Prepare(connection, sql, values.Length));
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index] ?? DBNull.Value;
        return command;
    }

    static SqliteCommand Prepare(SqliteConnection connection, string sql, int count)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every statement is a constant of this folder; what comes from outside is bound
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var number = 1; number <= count; number++) command.Parameters.Add(new SqliteParameter($"@{number}", DBNull.Value));
        return command;
    }
}
