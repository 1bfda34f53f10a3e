using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LocalRuntime.Tables.Embedded;

sealed partial class EmbeddedTables(OpenStore open)
{
    const int MaxPageSize = 1_000;

    readonly EntityWriter entities = new(
        open.Clock, open.Store.WriteAsync(TableSchema.Open).GetAwaiter().GetResult());

    /// <summary>Creates a table and returns null.</summary>
    public async Task<StorageError?> CreateTableAsync(string table)
    {
        if (!TableName().IsMatch(table)) return StorageError.InvalidResourceName;
        const string Insert = "INSERT INTO tables (name) VALUES ($1) ON CONFLICT DO NOTHING";
        var created = await open.Store.WriteAsync(connection => connection.Execute(Insert, table) == 1);
        return created ? null : TableErrors.TableAlreadyExists;
    }

    /// <summary>Deletes a table with its entities and returns null.</summary>
    public Task<StorageError?> DeleteTableAsync(string table) => open.Store.WriteAsync(connection =>
    {
        if (EntityTable.Find(connection, table) is not { } found) return TableErrors.ResourceNotFound;
        found.DeleteAll();
        return null;
    });

    /// <summary>The names of tables, in order.</summary>
    public StorageResult<TablePage<string>> ListTables(TableQuery query)
    {
        if (!TryParse(query, out var filter, out var error)) return error;
        var names = open.Store.Read(connection => connection.Query(
            "SELECT name FROM tables WHERE name >= $1 ORDER BY name",
            row => row.GetString(0), query.Start?.PartitionKey ?? ""));
        var size = PageSize(query);
        var matches = names.Where(name => filter?.Matches(property => property == "TableName" ? name : null) != false);
        List<string> page = [.. matches.Take(size + 1)];
        return new TablePage<string>(
            [.. page.Take(size)], page.Count > size ? new EntityContinuation(page[size], "") : null);
    }

    public StorageResult<StoredEntity> Get(string table, string partitionKey, string rowKey)
    {
        if ((EntityRules.Key(partitionKey) ?? EntityRules.Key(rowKey)) is { } invalid) return invalid;
        return open.Store.Read<StorageResult<StoredEntity>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return TableErrors.TableNotFound;
            return found.Get(partitionKey, rowKey) is { } entity ? entity : TableErrors.ResourceNotFound;
        });
    }

    /// <summary>The entities that match, in order of partition key and row key.</summary>
    public StorageResult<TablePage<StoredEntity>> Query(string table, TableQuery query)
    {
        if (!TryParse(query, out var filter, out var error)) return error;
        var range = KeyRange.From(filter);
        if (query.Start is var (partition, row)) range = range with { FirstPartition = partition, FirstRow = row };
        return open.Store.Read<StorageResult<TablePage<StoredEntity>>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return TableErrors.TableNotFound;
            var (matches, next) = found.Scan(filter, range, PageSize(query));
            return new TablePage<StoredEntity>(
                matches, next is null ? null : new EntityContinuation(next.PartitionKey, next.RowKey));
        });
    }

    /// <summary>Performs one write and returns the entity's new ETag, null after a deletion.</summary>
    public async Task<StorageResult<string?>> WriteAsync(string table, EntityWrite write)
    {
        var violation = EntityRules.Violation(write.PartitionKey, write.RowKey, write.Properties);
        if (violation is not null) return violation;
        var result = await ApplyAsync(table, [PreparedWrite.From(write)]);
        return result.Error is { } error ? error with { FailedAction = null } : result.Value![0];
    }

    /// <summary>Performs all of the writes or none and returns the new ETags in the same order.</summary>
    public async Task<StorageResult<IReadOnlyList<string?>>> SubmitAsync(
        string table, IReadOnlyList<EntityWrite> writes)
    {
        List<PreparedWrite> prepared = [.. writes.Select(PreparedWrite.From)];
        return TransactionRules.Violation(prepared) is { } violation ? violation : await ApplyAsync(table, prepared);
    }

    // Writes are prepared by their callers, because all of them share the store's one writer.
    async Task<StorageResult<IReadOnlyList<string?>>> ApplyAsync(string table, List<PreparedWrite> prepared)
    {
        try
        {
            var etags = await open.Store.WriteAsync(connection => Apply(connection, table, prepared));
            return new StorageResult<IReadOnlyList<string?>>(etags, null);
        }
        catch (StorageErrorException refused)
        {
            return refused.Error;
        }
    }

    List<string?> Apply(SqliteConnection connection, string table, List<PreparedWrite> writes)
    {
        var found = EntityTable.Find(connection, table) ?? throw new StorageErrorException(TableErrors.TableNotFound);
        var etags = new List<string?>(writes.Count);
        foreach (var write in writes)
        {
            try
            {
                etags.Add(entities.Apply(found, write));
            }
            catch (StorageErrorException refused)
            {
                throw new StorageErrorException(refused.Error with { FailedAction = etags.Count });
            }
        }

        return etags;
    }

    static int PageSize(TableQuery query) => Math.Clamp(query.PageSize ?? MaxPageSize, 1, MaxPageSize);

    static bool TryParse(TableQuery query, out Filter? filter, [NotNullWhen(false)] out StorageError? error)
    {
        (filter, error) = (null, null);
        try
        {
            filter = string.IsNullOrEmpty(query.Filter) ? null : FilterParser.Parse(query.Filter);
        }
        catch (FormatException wrong)
        {
            error = StorageError.InvalidInput(wrong.Message);
        }

        return error is null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TableName();
}
