using LocalRuntime.Store;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.DurableTask.Storage;

static class RowExtensions
{
    /// <summary>The first column of the first row as a number; null when there is none.</summary>
    public static long? Number(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.QueryFirst<long?>(sql, row => row.IsDBNull(0) ? null : row.GetInt64(0), values);

    public static string? Text(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
