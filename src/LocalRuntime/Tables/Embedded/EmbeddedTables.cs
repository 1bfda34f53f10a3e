using System.Text.RegularExpressions;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Tables.Entities;
using LocalRuntime.Tables.Filters;
using Microsoft.Data.Sqlite;

namespace LocalRuntime.Tables.Embedded;

/// <summary>The table service in an embedded store.</summary>
sealed partial class EmbeddedTables(OpenStore open)
{
    const int MaxPageSize = 1_000;

    readonly Lazy<Task<EntityWriter>> writer = new(async () => new EntityWriter(open.Clock, await open.Store.WriteAsync(TableSchema.Open)));

    /// <summary>Creates a table; null when it did.</summary>
    public async Task<StorageError?> CreateTableAsync(string table)
    {
        await writer.Value;
        if (!TableName().IsMatch(table)) return TableErrors.InvalidTableName;
        const string Insert = "INSERT INTO tables (name) VALUES ($1) ON CONFLICT DO NOTHING";
        var created = await open.Store.WriteAsync(connection => connection.Execute(Insert, table) == 1);
        return created ? null : TableErrors.TableAlreadyExists;
    }

    /// <summary>Deletes a table with its entities; null when it did.</summary>
    public async Task<StorageError?> DeleteTableAsync(string table)
    {
        await writer.Value;
        return await open.Store.WriteAsync(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return TableErrors.ResourceNotFound;
            found.DeleteAll();
            return null;
        });
    }

    /// <summary>The names of tables, in order.</summary>
    public async Task<StorageResult<TablePage<string>>> ListTablesAsync(TableQuery query)
    {
        await writer.Value;
        if (!TryParse(query, out var filter, out var error)) return error;
        const string Names = "SELECT name FROM tables WHERE name >= $1 ORDER BY name";
        var names = open.Store.Read(connection => connection.Query(Names, row => row.GetString(0), query.Start?.PartitionKey ?? ""));
        var size = PageSize(query);
        var page = names.Where(name => filter?.Matches(property => property == "TableName" ? name : null) != false).Take(size + 1).ToList();
        return new TablePage<string>([.. page.Take(size)], page.Count > size ? new EntityContinuation(page[size], "") : null);
    }

    public async Task<StorageResult<StoredEntity>> GetAsync(string table, string partitionKey, string rowKey)
    {
        await writer.Value;
        if ((EntityRules.Key(partitionKey) ?? EntityRules.Key(rowKey)) is { } invalid) return invalid;
        return open.Store.Read<StorageResult<StoredEntity>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return TableErrors.TableNotFound;
            return found.Get(partitionKey, rowKey) is { } entity ? entity : TableErrors.ResourceNotFound;
        });
    }

    /// <summary>The entities that match, in order of partition key and row key.</summary>
    public async Task<StorageResult<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query)
    {
        await writer.Value;
        if (!TryParse(query, out var filter, out var error)) return error;
        var range = KeyRange.Of(filter);
        if (query.Start is { } start) range = range with { FirstPartition = start.PartitionKey, FirstRow = start.RowKey };
        return open.Store.Read<StorageResult<TablePage<StoredEntity>>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return TableErrors.TableNotFound;
            var (matches, next) = found.Scan(filter, range, PageSize(query));
            return new TablePage<StoredEntity>(matches, next is null ? null : new EntityContinuation(next.PartitionKey, next.RowKey));
        });
    }

    /// <summary>Carries out one write; the entity's new version, null after a deletion.</summary>
    public async Task<StorageResult<string?>> WriteAsync(string table, EntityWrite write)
    {
        var violation = EntityRules.Violation(write.PartitionKey, write.RowKey, write.Properties);
        if (violation is not null) return violation;
        var result = await ApplyAsync(table, [PreparedWrite.Of(write)]);
        return result.Error is { } error ? error with { FailedAction = null } : result.Value![0];
    }

    /// <summary>Carries out all of the writes or none; the new versions in the same order.</summary>
    public async Task<StorageResult<IReadOnlyList<string?>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes)
    {
        var prepared = writes.Select(PreparedWrite.Of).ToList();
        return TransactionRules.Violation(prepared) is { } violation ? violation : await ApplyAsync(table, prepared);
    }

    // The writes come prepared: every caller waits for the store's one writer, which has to be quick.
    async Task<StorageResult<IReadOnlyList<string?>>> ApplyAsync(string table, List<PreparedWrite> prepared)
    {
        var entities = await writer.Value;
        try
        {
            return new StorageResult<IReadOnlyList<string?>>(
                await open.Store.WriteAsync<IReadOnlyList<string?>>(connection => Apply(entities, connection, table, prepared)), null);
        }
        catch (StorageErrorException refused)
        {
            return refused.Error;
        }
    }

    static List<string?> Apply(EntityWriter entities, SqliteConnection connection, string table, List<PreparedWrite> writes)
    {
        var found = EntityTable.Find(connection, table) ?? throw new StorageErrorException(TableErrors.TableNotFound);
        var versions = new List<string?>(writes.Count);
        foreach (var write in writes)
        {
            try
            {
                versions.Add(entities.Apply(found, write));
            }
            catch (StorageErrorException refused)
            {
                throw new StorageErrorException(refused.Error with { FailedAction = versions.Count });
            }
        }

        return versions;
    }

    static int PageSize(TableQuery query) => Math.Clamp(query.PageSize ?? MaxPageSize, 1, MaxPageSize);

    static bool TryParse(TableQuery query, out Filter? filter, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out StorageError? error)
    {
        (filter, error) = (null, null);
        try
        {
            filter = string.IsNullOrEmpty(query.Filter) ? null : FilterParser.Parse(query.Filter);
        }
        catch (FormatException wrong)
        {
            error = TableErrors.InvalidInput(wrong.Message);
        }

        return error is null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TableName();
}
