using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;

namespace SampleApp;

/// <summary>What the functions did, line by line, in the store: it outlives the process, and two processes write one.</summary>
public sealed class Journal(TableClient table)
{
    TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds a line about a subject.</summary>
    public async Task AddAsync(string subject, string line)
    {
        await table.CreateIfNotExistsAsync();
        var place = string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp():x16}-{Guid.NewGuid():N}");
        await table.AddEntityAsync(new TableEntity(subject, place) { ["Line"] = line });
        Interlocked.Exchange(ref written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>The lines about a subject.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string subject)
    {
        await table.CreateIfNotExistsAsync();
        var lines = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {subject}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter)) lines.Add(entity.GetString("Line")!);
        return lines;
    }

    /// <summary>The lines about a subject as soon as this process has written, or finds, so many.</summary>
    public async Task<IReadOnlyList<string>> WhenAsync(string subject, int count, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref written).Task;
            var lines = await ReadAsync(subject);
            if (lines.Count >= count) return lines;
            await next.WaitAsync(cancellation);
        }
    }
}
