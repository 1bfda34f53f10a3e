using System.Text.RegularExpressions;
using Azure;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Tables;

/// <summary>The table service in an embedded store.</summary>
sealed partial class EmbeddedTables(OpenStore open) : ITableTransport
{
    const int LargestPage = 1_000;

    readonly Lazy<Task<EntityWriter>> writer = new(async () => new EntityWriter(open.Clock, await open.Store.WriteAsync(TableSchema.Open)));

    public async Task<Response> CreateTableAsync(string table, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if (!TableName().IsMatch(table)) return EmbeddedResponse.Failure(TableErrors.InvalidTableName);
        var created = await open.Store.WriteAsync(connection => connection.Execute("INSERT INTO tables (name) VALUES ($1) ON CONFLICT DO NOTHING", table) == 1);
        return created ? EmbeddedResponse.Success(204) : EmbeddedResponse.Failure(TableErrors.TableAlreadyExists);
    }

    public async Task<Response> DeleteTableAsync(string table, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        return await open.Store.WriteAsync<Response>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return EmbeddedResponse.Failure(TableErrors.ResourceNotFound);
            found.DeleteAll();
            return EmbeddedResponse.Success(204);
        });
    }

    public async Task<Reply<TablePage<string>>> ListTablesAsync(TableQuery query, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if (!TryParse(query, out var filter, out var refusal)) return new(refusal, null);
        const string Names = "SELECT name FROM tables WHERE name >= $1 ORDER BY name";
        var names = open.Store.Read(connection => connection.Query(Names, row => row.GetString(0), query.Continuation ?? ""));
        var matches = names.Where(name => filter?.Matches(new StoredEntity(name, null, null, default, new Dictionary<string, object>())) != false);
        var page = matches.Take(PageSize(query) + 1).ToList();
        return new(EmbeddedResponse.Success(200), new([.. page.Take(PageSize(query))], page.ElementAtOrDefault(PageSize(query))));
    }

    public async Task<Reply<StoredEntity>> GetAsync(
        string table, string partitionKey, string rowKey, IReadOnlyList<string>? select, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if ((EntityRules.Key(partitionKey) ?? EntityRules.Key(rowKey)) is { } invalid) return new(EmbeddedResponse.Failure(invalid), null);
        return open.Store.Read<Reply<StoredEntity>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return new(EmbeddedResponse.Failure(TableErrors.TableNotFound), null);
            return found.Get(partitionKey, rowKey) is { } entity
                ? new(EmbeddedResponse.Success(200, entity.ETag.ToString()), entity.Select(select))
                : new(EmbeddedResponse.Failure(TableErrors.ResourceNotFound), null);
        });
    }

    public async Task<Reply<TablePage<StoredEntity>>> QueryAsync(string table, TableQuery query, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if (!TryParse(query, out var filter, out var refusal)) return new(refusal, null);
        var range = KeyRange.Of(filter);
        if (query.Continuation is not null) range = EntityContinuation.Read(query.Continuation).Continue(range);
        return open.Store.Read<Reply<TablePage<StoredEntity>>>(connection =>
        {
            if (EntityTable.Find(connection, table) is not { } found) return new(EmbeddedResponse.Failure(TableErrors.TableNotFound), null);
            var (matches, next) = found.Scan(filter, range, PageSize(query));
            var continuation = next is null ? null : EntityContinuation.At(next).ToString();
            return new(EmbeddedResponse.Success(200), new([.. matches.Select(entity => entity.Select(query.Select))], continuation));
        });
    }

    public async Task<Response> WriteAsync(string table, EntityWrite write, CancellationToken cancellationToken)
    {
        var entities = await BeginAsync(cancellationToken);
        if (EntityRules.Violation(write.PartitionKey, write.RowKey, write.Properties) is { } violation) return EmbeddedResponse.Failure(violation);
        try
        {
            var prepared = PreparedWrite.Of(write);
            return await open.Store.WriteAsync(connection => entities.Apply(Find(connection, table), prepared));
        }
        catch (RefusedException refused)
        {
            return EmbeddedResponse.Failure(refused.Error);
        }
    }

    public async Task<Reply<IReadOnlyList<Response>>> SubmitAsync(string table, IReadOnlyList<EntityWrite> writes, CancellationToken cancellationToken)
    {
        var entities = await BeginAsync(cancellationToken);
        if (TransactionRules.Violation(writes) is { } violation) return new(EmbeddedResponse.Failure(violation), null);
        try
        {
            var prepared = writes.Select(PreparedWrite.Of).ToList();
            var responses = await open.Store.WriteAsync<IReadOnlyList<Response>>(connection =>
            {
                var found = Find(connection, table);
                return [.. prepared.Select((write, index) => Apply(entities, found, write, index))];
            });
            return new(EmbeddedResponse.Success(202), responses);
        }
        catch (RefusedException refused)
        {
            return new(EmbeddedResponse.Failure(refused.Error), null);
        }
    }

    static Response Apply(EntityWriter entities, EntityTable table, PreparedWrite write, int index)
    {
        try
        {
            return entities.Apply(table, write);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Error with { FailedAction = index });
        }
    }

    static EntityTable Find(Microsoft.Data.Sqlite.SqliteConnection connection, string table) =>
        EntityTable.Find(connection, table) ?? throw new RefusedException(TableErrors.TableNotFound);

    static int PageSize(TableQuery query) => Math.Clamp(query.PageSize ?? LargestPage, 1, LargestPage);

    static bool TryParse(TableQuery query, out Filter? filter, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Response? refusal)
    {
        (filter, refusal) = (null, null);
        try
        {
            filter = string.IsNullOrEmpty(query.Filter) ? null : FilterParser.Parse(query.Filter);
        }
        catch (FormatException wrong)
        {
            refusal = EmbeddedResponse.Failure(TableErrors.InvalidInput(wrong.Message));
        }

        return refusal is null;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TableName();

    Task<EntityWriter> BeginAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StorageTransactions.CountEmbedded();
        return writer.Value;
    }
}
