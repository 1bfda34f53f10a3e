using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;

namespace SampleApp;

/// <summary>
/// The lines that functions write about what they did. They are stored, and shared by the processes of a store.
/// </summary>
public sealed class Journal(TableClient table)
{
    TaskCompletionSource written = NewSource();

    public async Task AddAsync(string subject, string line)
    {
        await table.CreateIfNotExistsAsync();
        var key = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp():x16}-{Guid.NewGuid():N}");
        await table.AddEntityAsync(new TableEntity(subject, key) { ["Line"] = line });
        Interlocked.Exchange(ref written, NewSource()).SetResult();
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string subject)
    {
        await table.CreateIfNotExistsAsync();
        var lines = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {subject}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter)) lines.Add(entity.GetString("Line")!);
        return lines;
    }

    /// <summary>
    /// The lines about a subject, once there are <paramref name="count"/>. It reads again after each line of this
    /// process.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReadAtLeastAsync(string subject, int count, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref written).Task;
            var lines = await ReadAsync(subject);
            if (lines.Count >= count) return lines;
            await next.WaitAsync(cancellation);
        }
    }

    static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
