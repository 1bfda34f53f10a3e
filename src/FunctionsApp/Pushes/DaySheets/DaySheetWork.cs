using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>The staff task of a sheet has to follow the pushes of the day.</summary>
public sealed record DaySheetWork(string Owner, DateOnly Day)
{
    public const string Kind = "day-sheet";
}

public sealed class DaySheetHandler(DaySheetService sheets) : DueWorkHandler<DaySheetWork>(DaySheetWork.Kind)
{
    protected override Task HandleAsync(DaySheetWork data, DateTimeOffset at) =>
        sheets.RefreshAsync(data.Owner, data.Day);
}
