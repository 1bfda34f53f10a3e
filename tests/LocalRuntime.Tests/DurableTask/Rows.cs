using LocalRuntime.Store;

namespace LocalRuntime.Tests.DurableTask;

/// <summary>Counts the rows of the engine's tables.</summary>
static class Rows
{
    public static long Count(EmbeddedStore store, string table) => store.Read(connection =>
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a table name written in a test
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    });
}
