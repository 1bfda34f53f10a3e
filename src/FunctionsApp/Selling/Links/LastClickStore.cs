using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Selling.Links;

/// <summary>A member's latest click on a private link.</summary>
public sealed record LastClick(string Code, DateTimeOffset At);

/// <summary>The private link that each member clicked last. An order without a link code is credited to it.</summary>
public sealed class LastClickStore(PeopleTable table)
{
    const string ClickRow = "last-click";

    /// <summary>The member's last click; null when there is none.</summary>
    public async Task<LastClick?> FindAsync(string memberId) =>
        (await table.FindAsync<LastClick>(memberId, ClickRow))?.Value;

    /// <summary>Stores a click unless a later one is stored.</summary>
    public Task RecordAsync(string memberId, LastClick click) => table.RetryAsync(async () =>
    {
        var read = await table.FindAsync<LastClick>(memberId, ClickRow);
        if (read is not null && read.Value.At >= click.At) return false;
        await table.CommitAsync(Row.Write(memberId, ClickRow, click, read));
        return true;
    });
}
