using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators;

static class OldPartitions
{
    const int PageSize = 1000;

    /// <summary>
    /// Deletes at most <paramref name="budget"/> rows of the partitions before <paramref name="until"/>, the oldest
    /// first. Names of partitions begin with a digit and sort by time.
    /// </summary>
    public static async Task ForgetPartitionsAsync<T>(
        this Table table, string until, int budget, Func<T, string> partitionOf)
    {
        for (var left = budget; left > 0;)
        {
            var size = Math.Min(PageSize, left);
            var rows = await table.RangeAsync<T>("0", until, size);
            foreach (var partition in rows.GroupBy(row => partitionOf(row.Value), StringComparer.Ordinal))
                await table.DeleteAsync(partition.Key, partition);
            if (rows.Count < size) return;
            left -= rows.Count;
        }
    }
}
