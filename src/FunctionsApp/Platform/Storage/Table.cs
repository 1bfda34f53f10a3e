using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// A table of JSON documents. Reads are by key, or by a range of row keys in one partition; writes are transactions.
/// </summary>
public abstract class Table(TableClient client, OptimisticRetry retry)
{
    /// <summary>The most rows that one request reads.</summary>
    public const int MaxPageSize = 1000;

    const int NotFound = 404;
    const int Conflict = 409;
    const int PreconditionFailed = 412;
    const int BadRequest = 400;
    const int MaxKeyLength = 500;
    const int MaxExamined = 500; // rows of one filtered page
    const int MaxTransactionRows = 100;

    /// <summary>Creates the table when it does not exist.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) => client.CreateIfNotExistsAsync(cancellationToken);

    /// <summary>
    /// The result of the first <paramref name="attempt"/> to read, decide and write that meets no
    /// <see cref="ConflictException"/>.
    /// </summary>
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => retry.RunAsync(attempt);

    /// <inheritdoc cref="OptimisticRetry.RunAsync{T}(Func{bool, Task{T}})" />
    public Task<T> RetryAsync<T>(Func<bool, Task<T>> attempt) => retry.RunAsync(attempt);

    /// <summary>
    /// The record with these keys; null when there is none or a key has characters that storage does not allow.
    /// </summary>
    public async Task<Stored<T>?> FindAsync<T>(string partitionKey, string rowKey)
    {
        if (!IsKey(partitionKey) || !IsKey(rowKey)) return null;
        var found = await client.GetEntityIfExistsAsync<DocumentRow>(partitionKey, rowKey);
        return found.HasValue ? Read<T>(found.Value!) : null;
    }

    /// <summary>The first record of the table in order of its keys; null when the table is empty.</summary>
    public async Task<Stored<T>?> FirstAsync<T>()
    {
        await foreach (var row in client.QueryAsync<DocumentRow>(maxPerPage: 1)) return Read<T>(row);
        return null;
    }

    /// <summary>
    /// Writes all rows or none; throws <see cref="ConflictException"/> when a row changed since it was read.
    /// </summary>
    public Task CommitAsync(params IReadOnlyList<TableTransactionAction> rows) => WriteAsync(rows);

    /// <summary>
    /// Writes as <see cref="CommitAsync"/> does, and returns the new ETags in the order of the rows; a deleted row has
    /// the default.
    /// </summary>
    public async Task<IReadOnlyList<ETag>> WriteAsync(params IReadOnlyList<TableTransactionAction> rows)
    {
        try
        {
            if (rows is [var row]) return [ETagOf(await WriteRowAsync(row))];
            var transaction = await client.SubmitTransactionAsync(rows);
            return [.. transaction.Value.Select(ETagOf)];
        }
        catch (RequestFailedException failure) when (failure.Status is Conflict or PreconditionFailed or NotFound)
        {
            throw new ConflictException(failure);
        }
    }

    /// <summary>
    /// Writes all rows or none. False when a row exists or changed, which may be the work of an earlier try of this
    /// request.
    /// </summary>
    public async Task<bool> TryCommitAsync(params IReadOnlyList<TableTransactionAction> rows)
    {
        try
        {
            await CommitAsync(rows);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>
    /// Deletes rows that were read from the partition, in transactions of at most 100; throws
    /// <see cref="ConflictException"/> when a row changed since it was read.
    /// </summary>
    public async Task DeleteAsync<T>(string partitionKey, IEnumerable<Stored<T>> rows)
    {
        foreach (var transaction in rows.Chunk(MaxTransactionRows))
            await CommitAsync([.. transaction.Select(row => Row.Delete(partitionKey, row.RowKey, row.ETag))]);
    }

    /// <summary>Deletes the rows with these keys; a row that is gone is no failure.</summary>
    public async Task DeleteIfExistsAsync(string partitionKey, IEnumerable<string> rowKeys)
    {
        foreach (var transaction in rowKeys.Chunk(MaxTransactionRows))
        {
            var deletions = transaction.Select(rowKey => Row.Delete(partitionKey, rowKey, ETag.All)).ToList();
            if (await TryCommitAsync(deletions)) continue;
            foreach (var deletion in deletions) await TryCommitAsync(deletion);
        }
    }

    /// <summary>Deletes all rows whose key begins with <paramref name="prefix"/>.</summary>
    public async Task DeleteAllAsync(string partitionKey, string prefix)
    {
        while (await RowsAfterAsync<JsonElement>(partitionKey, prefix, after: null, MaxTransactionRows)
            is { Count: > 0 } rows)
            await DeleteAsync(partitionKey, rows);
    }

    /// <summary>
    /// Deletes the oldest rows whose key begins with <paramref name="prefix"/> and sorts by time, from the first after
    /// <paramref name="after"/> on, at most <paramref name="budget"/> of them; returns how many.
    /// <paramref name="deletionOf"/> makes the deletion of an old row and of at most one that belongs to it; it is
    /// empty for a row that is kept.
    /// </summary>
    public async Task<int> ForgetAsync<T>(
        string partitionKey,
        string prefix,
        int budget,
        Func<T, bool> isOld,
        Func<Stored<T>, IReadOnlyList<TableTransactionAction>> deletionOf,
        string? after = null)
    {
        var deleted = 0;
        while (deleted < budget)
        {
            var size = Math.Min(MaxTransactionRows / 2, budget - deleted);
            var page = await RowsAfterAsync<T>(partitionKey, prefix, after, size);
            var old = page.TakeWhile(row => isOld(row.Value)).ToList();
            var deletions = old.Select(deletionOf).Where(rows => rows.Count > 0).ToList();
            if (deletions.Count > 0) await CommitAsync([.. deletions.SelectMany(rows => rows)]);
            deleted += deletions.Count;
            if (old.Count < size) break;
            after = old[^1].RowKey;
        }

        return deleted;
    }

    /// <summary>
    /// One page of at most 1,000 rows whose key begins with <paramref name="prefix"/>, in order of key.
    /// </summary>
    /// <exception cref="BadContinuationException">The continuation is not from a list of this service.</exception>
    public async Task<Slice<Stored<T>>> PageAsync<T>(
        string partitionKey, string prefix, int size, string? continuation)
    {
        var filter = FilterOf(partitionKey, prefix);
        try
        {
            await foreach (var page in client.QueryAsync<DocumentRow>(filter, size).AsPages(continuation, size))
                return new Slice<Stored<T>>([.. page.Values.Select(Read<T>)], page.ContinuationToken);
        }
        catch (Exception failure) when (IsBadContinuation(failure, continuation))
        {
            throw new BadContinuationException(failure);
        }

        return new Slice<Stored<T>>([], null);
    }

    /// <summary>
    /// One page of at most <paramref name="size"/> rows that match, all for null, whose key begins with
    /// <paramref name="prefix"/> and comes after <paramref name="continuation"/>, in order of key. It reads a bounded
    /// number of rows, so it may hold fewer and still have a continuation: the key of the last row that was examined.
    /// </summary>
    public async Task<Slice<Stored<T>>> PageAsync<T>(
        string partitionKey, string prefix, int size, string? continuation, Func<T, bool>? matches)
    {
        // One row more tells whether the page is the last.
        var limit = 1 + (matches is null ? size : Math.Max(size, MaxExamined));
        var rows = await RowsAfterAsync<T>(partitionKey, prefix, continuation, limit);
        var matching = rows.Where(row => matches is null || matches(row.Value)).Take(size).ToList();
        var last = rows is [.., var end] ? end.RowKey : null;
        var examined = matching.Count == size ? matching[^1].RowKey : last;
        var isOver = rows.Count < limit && examined == last;
        return new Slice<Stored<T>>(matching, isOver ? null : examined);
    }

    /// <summary>
    /// At most <paramref name="size"/> rows whose key begins with <paramref name="prefix"/> and comes after
    /// <paramref name="after"/> (null: from the first).
    /// </summary>
    public Task<IReadOnlyList<Stored<T>>> RowsAfterAsync<T>(
        string partitionKey, string prefix, string? after, int size)
    {
        var end = EndOf(prefix);
        return ReadAsync<T>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partitionKey} and RowKey gt {after ?? prefix} and RowKey lt {end}"),
            size);
    }

    /// <summary>
    /// At most <paramref name="size"/> rows of the partitions from <paramref name="from"/> to before
    /// <paramref name="until"/>, in order of their keys.
    /// </summary>
    public Task<IReadOnlyList<Stored<T>>> RangeAsync<T>(string from, string until, int size) =>
        ReadAsync<T>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until}"), size);

    /// <summary>
    /// All rows whose keys lie between two keys, which are included, for keys whose number a rule bounds.
    /// </summary>
    public Task<IReadOnlyList<Stored<T>>> BetweenAsync<T>(string partitionKey, string first, string last) =>
        ReadAsync<T>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partitionKey} and RowKey ge {first} and RowKey le {last}"),
            int.MaxValue);

    /// <summary>
    /// All rows whose key begins with <paramref name="prefix"/>, for keys whose number a rule bounds.
    /// </summary>
    public Task<IReadOnlyList<Stored<T>>> AllAsync<T>(string partitionKey, string prefix) =>
        ReadAsync<T>(FilterOf(partitionKey, prefix), int.MaxValue);

    async Task<IReadOnlyList<Stored<T>>> ReadAsync<T>(string filter, int size)
    {
        List<Stored<T>> rows = [];
        var pageSize = Math.Min(size, MaxPageSize);
        await foreach (var page in client.QueryAsync<DocumentRow>(filter, pageSize).AsPages(null, pageSize))
        {
            // The service may end a page before it is full.
            rows.AddRange(page.Values.Take(size - rows.Count).Select(Read<T>));
            if (rows.Count == size) break;
        }

        return rows;
    }

    // One row needs no transaction: the request means the same, and the client does a third less for it.
    async Task<Response> WriteRowAsync(TableTransactionAction row)
    {
        var entity = (DocumentRow)row.Entity;
        var response = await (row.ActionType switch
        {
            TableTransactionActionType.Add => client.AddEntityAsync(entity),
            TableTransactionActionType.UpdateReplace =>
                client.UpdateEntityAsync(entity, row.ETag, TableUpdateMode.Replace),
            TableTransactionActionType.UpsertReplace => client.UpsertEntityAsync(entity, TableUpdateMode.Replace),
            TableTransactionActionType.Delete => client.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, row.ETag),
            _ => throw new NotSupportedException($"{row.ActionType} is no write of {nameof(Row)}."),
        });
        // A deletion alone answers 404 without an exception, as it does not in a transaction.
        return response.Status == NotFound ? throw new RequestFailedException(response) : response;
    }

    static ETag ETagOf(Response response) => response.Headers.ETag.GetValueOrDefault();

    static string FilterOf(string partitionKey, string prefix)
    {
        var end = EndOf(prefix);
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {partitionKey} and RowKey ge {prefix} and RowKey lt {end}");
    }

    // The first key after all keys with the prefix.
    static string EndOf(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    static bool IsBadContinuation(Exception failure, string? continuation) =>
        continuation is not null
        && failure is RequestFailedException { Status: BadRequest } or ArgumentException or FormatException;

    static bool IsKey(string key) => key.Length <= MaxKeyLength && TableKey.HasAllowedCharacters(key);

    static Stored<T> Read<T>(DocumentRow row) => new(
        row.RowKey, JsonSerializer.Deserialize<T>(row.Json, StoredJson.Options)!, row.ETag, row.Fingerprint);
}
