using Community.Selling.Conversions;
using FunctionsApp.Messaging.Channels;

namespace FunctionsApp.Selling.Conversions;

/// <summary>A conversion in a list.</summary>
public sealed record ConversionListView(
    string Id,
    ConversionState State,
    string Step,
    DateTimeOffset? NextAt,
    string Product,
    DateTimeOffset LinkAt,
    DateTimeOffset ClosesAt,
    int Groups)
{
    public static ConversionListView From(Conversion conversion, DateTimeOffset now)
    {
        var (step, at) = ConversionView.StepOf(conversion, now);
        return new(
            conversion.Id,
            conversion.State,
            step,
            at,
            conversion.Terms.Product.Name,
            conversion.Terms.LinkAt,
            conversion.Terms.ClosesAt,
            conversion.GroupIds.Count);
    }
}

/// <summary>A conversion in HTTP responses. <c>Step</c> and <c>NextAt</c> are the next step and its instant.</summary>
public sealed record ConversionView(
    string Id,
    ConversionState State,
    string Step,
    DateTimeOffset? NextAt,
    double HoldoutShare,
    int Seed,
    PurchaseDrive Drive,
    Product Product,
    WarmUp WarmUp,
    DateTimeOffset LinkAt,
    CopyVariants Copy,
    DateTimeOffset? LastCallAt,
    string? LastCall,
    DateTimeOffset ClosesAt,
    string Closing,
    InterestWeights Weights,
    DateTimeOffset? HeldAt,
    DateTimeOffset? SoldOutAt,
    IReadOnlyList<BegunStep> Taken,
    IReadOnlyList<ConversionStep> Skipped,
    IReadOnlyList<ConversionGroupView> Groups,
    IReadOnlyList<ArmView> Arms,
    Uplift? Uplift,
    IReadOnlyList<ConversionEdit> Edits)
{
    /// <summary>Who performs the conversion's actions on the channel.</summary>
    public IReadOnlyList<ChannelActionView> Channel { get; init; } = [];

    public static ConversionView From(
        Conversion conversion,
        IReadOnlyList<ConversionGroupView> groups,
        IReadOnlyList<ConversionEdit> edits,
        DateTimeOffset now)
    {
        var ((step, at), terms) = (StepOf(conversion, now), conversion.Terms);
        var arms = Enum.GetValues<Arm>().ToDictionary(arm => arm, arm => ArmView.From(arm, groups, terms.Product));
        return new(
            conversion.Id,
            conversion.State,
            step,
            at,
            conversion.HoldoutShare,
            conversion.Seed,
            terms.Drive,
            terms.Product,
            terms.WarmUp,
            terms.LinkAt,
            terms.Copy,
            terms.LastCallAt,
            terms.LastCall,
            terms.ClosesAt,
            terms.Closing,
            conversion.Weights,
            conversion.HeldAt,
            conversion.SoldOutAt,
            conversion.BegunSteps,
            conversion.SkippedSteps,
            groups,
            [.. arms.Values.Where(arm => arm.Groups > 0)],
            UpliftOf(arms),
            edits);
    }

    /// <summary>The next step and its instant; the kind of the end when there is none.</summary>
    public static (string Step, DateTimeOffset? At) StepOf(
        Conversion conversion, DateTimeOffset now) => conversion switch
        {
            { State: ConversionState.Closed } => ("closed", null),
            { State: ConversionState.Cancelled } => ("cancelled", null),
            _ when StepRules.Next(conversion, now) is var (step, at) => (ConversionStepNames.WaitFor(step), at),
            _ => (ConversionStepNames.Ending, null),
        };

    static Uplift? UpliftOf(Dictionary<Arm, ArmView> arms) =>
        Community.Selling.Conversions.Uplift.From(arms[Arm.WarmUp].Outcome, arms[Arm.LinkOnly].Outcome);
}

/// <summary>
/// One group. The number of present members is null before the warm-up, the interest is null in the holdout, and
/// forecast and current outcome are null before the link.
/// </summary>
public sealed record ConversionGroupView(
    string GroupId,
    Arm Arm,
    int? Members,
    InterestView? Interest,
    ForecastView? Forecast,
    ConversionOutcome? Outcome,
    string? Link);

/// <summary>Where interest is heard from.</summary>
public enum InterestSource
{
    Messages,
    Votes,
    Clicks,
    StaffReports,
}

/// <summary>
/// The signals of a group, their score, and the number of votes by poll option. <c>UnidentifiedVotes</c> are those of
/// the vote page, one of each browser; <c>Sources</c> says where the signals could come from.
/// </summary>
public sealed record InterestView(
    int Replies,
    int Questions,
    int Prices,
    int Mentions,
    int Votes,
    int Clicks,
    double Score,
    InterestLevel Level,
    IReadOnlyDictionary<int, int> Options,
    int UnidentifiedVotes,
    IReadOnlyList<InterestSource> Sources)
{
    static readonly InterestSource[] WithMessages =
        [InterestSource.Messages, InterestSource.Votes, InterestSource.Clicks, InterestSource.StaffReports];

    public static InterestView From(
        InterestTally tally, double score, InterestLevel level, GroupInterest interest, bool heardMessages) => new(
        tally.Replies,
        tally.Questions,
        tally.Prices,
        tally.Mentions,
        tally.Votes,
        tally.Clicks,
        score,
        level,
        interest.Options,
        interest.UnidentifiedVotes,
        heardMessages ? WithMessages : [.. WithMessages.Except([InterestSource.Messages])]);
}

/// <summary>
/// Expected orders with their 80 % interval. <c>Error</c> is orders minus forecast; null before the end.
/// </summary>
public sealed record ForecastView(double Orders, int Low, int High, double? Error);

/// <summary>The groups of one arm together.</summary>
public sealed record ArmView(Arm Arm, int Groups, ConversionOutcome Outcome)
{
    public static ArmView From(Arm arm, IEnumerable<ConversionGroupView> groups, Product product)
    {
        var inArm = groups.Where(group => group.Arm == arm).ToList();
        var outcomes = inArm.Select(group => group.Outcome).OfType<ConversionOutcome>();
        return new(arm, inArm.Count, ConversionOutcome.Sum([.. outcomes], product));
    }
}
