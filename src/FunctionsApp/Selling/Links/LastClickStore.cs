using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Links;

/// <summary>A member's latest click on a link of their own.</summary>
public sealed record LastClick(string Code, DateTimeOffset At);

/// <summary>Which link each member clicked last: what an order without a code of its own is credited to.</summary>
public sealed class LastClickStore(PeopleTable table)
{
    const string ClickRow = "last-click";

    /// <summary>The member's last click; null when they never clicked a link of their own.</summary>
    public async Task<LastClick?> FindAsync(string memberId) => (await table.FindAsync<LastClick>(memberId, ClickRow))?.Value;

    /// <summary>Notes a click, unless a later one is known.</summary>
    public Task RecordAsync(string memberId, LastClick click) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<LastClick>(memberId, ClickRow);
        if (read is not null && read.Value.At >= click.At) return false;
        await table.CommitAsync(Row.Write(memberId, ClickRow, click, read));
        return true;
    });
}
