using System.Globalization;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Imports;

/// <summary>All imports by the instant of their request, so that old ones are found.</summary>
public sealed class ImportCalendar(OrderImportsTable table)
{
    const string Partition = "$by-time";
    const string Prefix = "at-";
    const int PageSize = 100;

    /// <summary>Stores the id of an import, before its lines.</summary>
    public Task AddAsync(string id, DateTimeOffset at) =>
        table.CommitAsync(Row.Put(Partition, $"{Position(at)}-{id}", new Entry(id, at)));

    /// <summary>
    /// Visits the imports after <paramref name="from"/> and before <paramref name="to"/>, earliest first. An import for
    /// which <paramref name="forgetAsync"/> returns true is removed from the calendar.
    /// </summary>
    public async Task ForgetAsync(DateTimeOffset from, DateTimeOffset to, Func<string, Task<bool>> forgetAsync)
    {
        var after = Position(from);
        while (true)
        {
            var page = await table.RowsAfterAsync<Entry>(Partition, Prefix, after, PageSize);
            foreach (var row in page.Where(row => row.Value.At < to))
            {
                if (await forgetAsync(row.Value.Id)) await table.DeleteAsync(Partition, [row]);
            }

            if (page.Count < PageSize || page[^1].Value.At >= to) return;
            after = page[^1].RowKey;
        }
    }

    static string Position(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.UtcTicks:d19}");

    sealed record Entry(string Id, DateTimeOffset At);
}
