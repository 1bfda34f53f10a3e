using System.Globalization;
using Community.Pushes.DaySheets;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>
/// The days in whose sheets a group is, from today on, and the owner of these sheets; null without an owner.
/// </summary>
public sealed record GroupSheets(string? Owner, IReadOnlyList<DateOnly> Days)
{
    public static GroupSheets None { get; } = new(Owner: null, []);
}

/// <summary>Day sheets, and which groups each of them covers.</summary>
public sealed class DaySheetStore(DaySheetsTable table, TimeProvider clock, ILogger<DaySheetStore> log)
{
    const string DayPrefix = "day-";
    const string SheetPrefix = "sheet-";
    const string OwnerPrefix = "owner-";
    const string GroupPrefix = "group-";
    const string SheetsRow = "sheets";

    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // Days are the local ones of sheets.
    readonly DayIndex days = new(table, "$sheets", clock, log);

    /// <inheritdoc cref="Table.RetryAsync{T}(Func{Task{T}})"/>
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt) => table.RetryAsync(attempt);

    /// <summary>The sheet; null before it opened.</summary>
    public Task<Stored<DaySheet>?> FindAsync(string owner, DateOnly day) =>
        table.FindAsync<DaySheet>(DayKey(day), SheetPrefix + owner);

    /// <summary>One page of the sheets of a day that have opened, in order of their owners.</summary>
    public async Task<Slice<DaySheet>> PageAsync(DateOnly day, int size, string? continuation) =>
        (await table.PageAsync<DaySheet>(DayKey(day), SheetPrefix, size, continuation)).Map(sheet => sheet.Value);

    /// <summary>
    /// Stores the sheet; throws <see cref="ConflictException"/> when it changed since it was read.
    /// </summary>
    public Task SaveAsync(DaySheet after, Stored<DaySheet>? read) =>
        table.CommitAsync(Row.Write(DayKey(after.Day), SheetPrefix + after.Owner, after, read));

    /// <summary>The groups that the owner has or had, with pushes on the day.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync(string owner, DateOnly day) =>
        [.. (await table.AllAsync<string>(OwnerPrefix + owner, RowPrefix(day))).Select(row => row.Value)];

    public async Task<GroupSheets> FindGroupAsync(string groupId) =>
        (await table.FindAsync<GroupSheets>(GroupPrefix + groupId, SheetsRow))?.Value ?? GroupSheets.None;

    /// <summary>Stores that the owner's sheets of these days cover the group.</summary>
    public async Task AddGroupAsync(string groupId, string owner, IReadOnlyList<DateOnly> added)
    {
        foreach (var day in added)
            await days.AddAsync(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), owner);
        if (added.Count > 0)
            await table.CommitAsync(
                [.. added.Select(day => Row.Put(OwnerPrefix + owner, RowPrefix(day) + groupId, groupId))]);
    }

    /// <summary>Stores the end of <see cref="AddGroupAsync"/>, after which nothing of it is repeated.</summary>
    public Task SaveGroupAsync(string groupId, GroupSheets sheets) =>
        table.CommitAsync(Row.Put(GroupPrefix + groupId, SheetsRow, sheets));

    /// <summary>
    /// Deletes sheets that were first written 30 days and <paramref name="ahead"/> ago, at most
    /// <paramref name="budget"/> rows.
    /// </summary>
    public Task ForgetAsync(TimeSpan ahead, int budget) =>
        days.StepAsync(clock.GetUtcNow() - Kept - ahead, budget, async (day, rest) =>
        {
            await table.DeleteIfExistsAsync(DayKey(day.Day), [SheetPrefix + day.Owner]);
            var deleted = await table.ForgetAsync<string>(
                OwnerPrefix + day.Owner,
                RowPrefix(day.Day),
                rest,
                _ => true,
                row => [Row.Delete(OwnerPrefix + day.Owner, row.RowKey, row.ETag)]);
            return DayVisit.OfDeletion(deleted, rest);
        });

    static string DayKey(DateOnly day) => DayPrefix + Text(day);

    static string RowPrefix(DateOnly day) => $"{Text(day)}-";

    static string Text(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
