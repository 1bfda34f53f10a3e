namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// Checks the items of the lists of a report. A band has no low end above its high one, and nothing is said of the
/// mean: with one seed in twenty that sells a lot, the mean is above the band of 80 %.
/// </summary>
static class RehearsalItemRules
{
    const int MaxFaults = 20;
    const int MaxDifferences = 5_000;
    const int MaxName = 200;
    const int MaxText = 4_000;

    /// <summary>The first faults, by JSON path.</summary>
    public static IEnumerable<(string Path, string Reason)> FindFaults(RehearsalReport report) =>
        FindAll(report).Take(MaxFaults);

    static IEnumerable<(string Path, string Reason)> FindAll(RehearsalReport report) =>
    [
        .. Check("simulated", report.Simulated, text => [Text("", text, MaxText)]),
        .. Check("assumptions", report.Assumptions, item =>
            [Text(".name", item.Name), Text(".source", item.Source, MaxText), Number(".value", item.Value)]),
        .. Check("figures", report.Figures, item =>
        [
            Name(".scope", item.Scope),
            Text(".id", item.Scope is RehearsalScope.Brand ? item.Id ?? "brand" : item.Id),
            Text(".name", item.Name),
            Number(".mean", item.Mean),
            Band(item.Low, item.High),
        ]),
        .. Check("timeline", report.Timeline, item =>
        [
            Name(".kind", item.Kind),
            OptionalText(".groupId", item.GroupId),
            OptionalText(".origin", item.Origin),
            OptionalText(".planId", item.PlanId),
            OptionalText(".by", item.By),
            LongText(".text", item.Text),
            Count(".count", item.Count),
        ]),
        .. Check("staff", report.Staff, item =>
        [
            OptionalText(".owner", item.Owner),
            OptionalText(".name", item.Name),
            Number(".mean", item.Mean),
            Band(item.Low, item.High),
        ]),
        .. Check("skipped", report.Skipped, item =>
        [
            OptionalText(".groupId", item.GroupId),
            Text(".origin", item.Origin),
            OptionalText(".planId", item.PlanId),
            Text(".reason", item.Reason),
            Number(".mean", item.Mean),
            Count(".seeds", item.Seeds),
        ]),
        .. Check("groups", report.Groups, item =>
        [
            Text(".id", item.Id),
            Text(".name", item.Name),
            OptionalText(".nextGroupId", item.NextGroupId),
            Count(".capacity", item.Capacity),
            Count(".seedsFull", item.SeedsFull),
            Number(".mean", item.Mean),
            Band(item.Low, item.High),
        ]),
        .. Check("stock", report.Stock, item =>
        [
            Name(".kind", item.Kind),
            Text(".planId", item.PlanId),
            Text(".title", item.Title),
            Count(".planned", item.Planned ?? 0),
            Number(".costMinor", item.CostMinor ?? 0),
            Number(".mean", item.Mean),
            Band(item.Low, item.High),
        ]),
        .. Check("warnings", report.Warnings, item =>
            [Text(".kind", item.Kind), Text(".text", item.Text, MaxText), Count(".seeds", item.Seeds)]),
        .. report.Comparison is { } comparison ? Differences(comparison) : [],
        .. Check("sensitivity", report.Sensitivity, item =>
        [
            Text(".assumption", item.Assumption),
            Text(".figure", item.Figure),
            Number(".lowValue", item.LowValue),
            Number(".highValue", item.HighValue),
            Number(".atLow", item.AtLow),
            Number(".atHigh", item.AtHigh),
        ]),
    ];

    static IEnumerable<(string Path, string Reason)> Differences(RehearsalComparison comparison) =>
        comparison.Differences.Count > MaxDifferences
            ? [("comparison.differences", $"must have 0 to {MaxDifferences} items.")]
            : Check("comparison.differences", comparison.Differences, item =>
            [
                Name(".scope", item.Scope),
                OptionalText(".id", item.Id),
                Text(".name", item.Name),
                Number(".this", item.This),
                Number(".other", item.Other),
                Number(".difference", item.Difference),
                Band(item.Low, item.High),
            ]);

    static IEnumerable<(string Path, string Reason)> Check<T>(
        string list, IReadOnlyList<T>? items, Func<T, IEnumerable<(string Field, string Reason)?>> faultsOf) =>
        from item in (items ?? []).Index()
        from fault in item.Item is null ? [("", "is missing.")] : faultsOf(item.Item)
        where fault is not null
        select ($"{list}[{item.Index}]{fault.Value.Field}", fault.Value.Reason);

    static (string Field, string Reason)? Text(string field, string? text, int maxLength = MaxName) => text switch
    {
        null => (field, "is missing."),
        "" => (field, "must not be empty."),
        _ => LongText(field, text, maxLength),
    };

    static (string Field, string Reason)? OptionalText(string field, string? text) =>
        text is null ? null : Text(field, text);

    static (string Field, string Reason)? LongText(string field, string text, int maxLength = MaxText) =>
        text.Length > maxLength ? (field, $"must be at most {maxLength} characters.") : null;

    static (string Field, string Reason)? Name<T>(string field, T name)
        where T : struct, Enum =>
        Enum.IsDefined(name) ? null : (field, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    static (string Field, string Reason)? Count(string field, int count) =>
        count < 0 ? (field, "must be 0 or more.") : null;

    // JSON knows numbers that are larger than a double.
    static (string Field, string Reason)? Number(string field, double number) =>
        double.IsFinite(number) ? null : (field, "must be a number that is not too large.");

    static (string Field, string Reason)? Band(double low, double high) =>
        Number(".low", low)
        ?? Number(".high", high)
        ?? (low > high ? (".low", "must not be above high.") : default((string, string)?));
}
