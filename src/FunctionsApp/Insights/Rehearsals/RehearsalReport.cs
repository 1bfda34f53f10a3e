namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// The report of a rehearsal: what plans did with simulated people, over some seeds. It is no forecast of people.
/// </summary>
/// <param name="Schema">Always <c>community-rehearsal</c>.</param>
/// <param name="Version">The version of the schema, 1.</param>
/// <param name="BrandId">The brand of the plans.</param>
/// <param name="PlanDigest">The first 32 hexadecimal digits of the SHA-256 of the document of plans.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The end, which is not part of it.</param>
/// <param name="TimeZone">The brand's time zone (IANA).</param>
/// <param name="Channel">The channel whose capabilities the platform had.</param>
/// <param name="Members">The number of people who would come at all.</param>
/// <param name="Seeds">The seeds of the people, in order.</param>
/// <param name="Simulated">What is simulated and what is not, in Chinese.</param>
/// <param name="Assumptions">The numbers that the people follow.</param>
/// <param name="Figures">The figures over the seeds.</param>
/// <param name="Timeline">What happened with the first seed, in order of time.</param>
/// <param name="Staff">What staff had to do, by person and hour.</param>
/// <param name="Skipped">What was not sent and why.</param>
/// <param name="Groups">How the groups filled.</param>
/// <param name="Stock">Stocks and budgets, and what was used of them.</param>
/// <param name="Warnings">What a person should look at, the most frequent first.</param>
/// <param name="Comparison">The comparison with other plans; null without one.</param>
/// <param name="Sensitivity">The most influential assumptions; null when they were not looked for.</param>
public sealed record RehearsalReport(
    string? Schema,
    int? Version,
    string? BrandId,
    string? PlanDigest,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? TimeZone,
    string? Channel,
    int? Members,
    IReadOnlyList<int>? Seeds,
    IReadOnlyList<string>? Simulated,
    IReadOnlyList<RehearsalAssumption>? Assumptions,
    IReadOnlyList<RehearsalFigure>? Figures,
    IReadOnlyList<RehearsalEntry>? Timeline,
    IReadOnlyList<RehearsalStaffHour>? Staff,
    IReadOnlyList<RehearsalSkip>? Skipped,
    IReadOnlyList<RehearsalGroup>? Groups,
    IReadOnlyList<RehearsalStock>? Stock,
    IReadOnlyList<RehearsalWarning>? Warnings,
    RehearsalComparison? Comparison = null,
    IReadOnlyList<RehearsalInfluence>? Sensitivity = null)
{
    public const string SchemaName = "community-rehearsal";

    public const int CurrentVersion = 1;
}

/// <summary>What a figure is about.</summary>
public enum RehearsalScope
{
    Brand,
    Campaign,
    Conversion,
    FlashSale,
    Group,
    PushPlan,
}

/// <summary>
/// A figure over the seeds: its mean and the band that holds 80 % of them. <c>id</c> is null for the brand. Money is in
/// minor units, and a name of money ends in <c>Minor</c>.
/// </summary>
public sealed record RehearsalFigure(
    RehearsalScope Scope, string? Id, string Name, double Mean, double Low, double High);

/// <summary>A number that simulated people follow, with its source or "assumed".</summary>
public sealed record RehearsalAssumption(string Name, double Value, string Source);

/// <summary>The kinds of entries of a time line.</summary>
public enum RehearsalEntryKind
{
    /// <summary>A message to a group.</summary>
    Message,

    /// <summary>Messages to single members and to newcomers, those of an hour together.</summary>
    PrivateMessages,

    /// <summary>A staff task was opened.</summary>
    Task,

    /// <summary>A group has no place left.</summary>
    GroupFull,

    /// <summary>The next group takes members.</summary>
    RollOver,

    /// <summary>A group was dissolved.</summary>
    Dissolved,

    /// <summary>A product or a gift has none left.</summary>
    SoldOut,

    /// <summary>The platform did not answer.</summary>
    Outage,
}

/// <summary>
/// Something that happened. <c>origin</c> is the kind of plan behind it and <c>planId</c> its id; <c>by</c> is the id
/// of the staff member, null for the platform; <c>count</c> is the number of messages.
/// </summary>
public sealed record RehearsalEntry(
    DateTimeOffset At,
    RehearsalEntryKind Kind,
    string? GroupId,
    string? Origin,
    string? PlanId,
    string Text,
    string? By,
    int Count);

/// <summary>
/// What a person had to do in the hour that begins at <c>hour</c>: the number of tasks and taps. <c>owner</c> is null
/// for groups without an owner.
/// </summary>
public sealed record RehearsalStaffHour(
    string? Owner, string? Name, DateTimeOffset Hour, double Mean, double Low, double High);

/// <summary>
/// Messages that were not sent, by the reason. <c>seeds</c> is the number of seeds with at least one.
/// </summary>
public sealed record RehearsalSkip(
    string? GroupId, string Origin, string? PlanId, string Reason, double Mean, int Seeds, DateTimeOffset FirstAt);

/// <summary>
/// How a group filled: its members at the end, and the instants between which it was full first in 80 % of the seeds in
/// which it was. <c>nextGroupId</c> takes members after it; null for none.
/// </summary>
public sealed record RehearsalGroup(
    string Id,
    string Name,
    int Capacity,
    double Mean,
    double Low,
    double High,
    int SeedsFull,
    DateTimeOffset? FullFrom,
    DateTimeOffset? FullTo,
    string? NextGroupId);

/// <summary>The kinds of stock.</summary>
public enum RehearsalStockKind
{
    Gift,
    Conversion,
    FlashSale,
}

/// <summary>
/// A stock and what was used of it. <c>planned</c> is null where the plan sets no limit, <c>costMinor</c> where it
/// names no cost.
/// </summary>
public sealed record RehearsalStock(
    RehearsalStockKind Kind,
    string PlanId,
    string Title,
    int? Planned,
    double Mean,
    double Low,
    double High,
    double? CostMinor);

/// <summary>A warning in words, and the number of seeds in which it holds.</summary>
public sealed record RehearsalWarning(string Kind, string Text, int Seeds);

/// <summary>The same people with other plans.</summary>
public sealed record RehearsalComparison(
    string PlanDigest, IReadOnlyList<RehearsalDifference> Differences);

/// <summary>
/// The other plans' figure minus this one's over the same seeds, with its 95 % interval. When <c>isEnough</c> is false,
/// the seeds do not tell a difference.
/// </summary>
public sealed record RehearsalDifference(
    RehearsalScope Scope,
    string? Id,
    string Name,
    double This,
    double Other,
    double Difference,
    double Low,
    double High,
    bool IsEnough);

/// <summary>
/// What one assumption does to one figure: its means with the assumption at <c>lowValue</c> and at <c>highValue</c>.
/// </summary>
public sealed record RehearsalInfluence(
    string Assumption, double LowValue, double HighValue, string Figure, double AtLow, double AtHigh);
