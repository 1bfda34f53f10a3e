using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>A conversion in a list.</summary>
public sealed record ConversionListView(
    string Id, ConversionState State, string Step, DateTimeOffset? NextAt, string Product, DateTimeOffset LinkAt, DateTimeOffset ClosesAt, int Groups)
{
    /// <summary>The line of a conversion.</summary>
    public static ConversionListView From(Conversion conversion, DateTimeOffset now)
    {
        var (step, at) = ConversionView.StepOf(conversion, now);
        return new(conversion.Id, conversion.State, step, at, conversion.Terms.Product.Name, conversion.Terms.LinkAt, conversion.Terms.ClosesAt, conversion.GroupIds.Count);
    }
}

/// <summary>A conversion as the API shows one; <c>Step</c> and <c>NextAt</c> are what comes next, by what is stored now.</summary>
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
    /// <summary>The view of a conversion with its groups and its audit.</summary>
    public static ConversionView From(Conversion conversion, IReadOnlyList<ConversionGroupView> groups, IReadOnlyList<ConversionEdit> edits, DateTimeOffset now)
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
            conversion.Skipped,
            groups,
            [.. arms.Values.Where(arm => arm.Groups > 0)],
            Community.Selling.Conversions.Uplift.Between(arms[Arm.WarmUp].Outcome, arms[Arm.LinkOnly].Outcome),
            edits);
    }

    /// <summary>What comes next; its end where nothing does.</summary>
    public static (string Step, DateTimeOffset? At) StepOf(Conversion conversion, DateTimeOffset now) => conversion switch
    {
        { State: ConversionState.Closed } => ("closed", null),
        { State: ConversionState.Cancelled } => ("cancelled", null),
        _ when StepRules.Next(conversion, now) is var (step, at) => (ConversionStepNames.Awaiting(step), at),
        _ => (ConversionStepNames.Ending, null),
    };
}

/// <summary>
/// One group: the members present (null before the warm-up), the interest heard (null in the holdout), the forecast and the outcome so far (null before
/// the link).
/// </summary>
public sealed record ConversionGroupView(string GroupId, Arm Arm, int? Members, InterestView? Interest, ForecastView? Forecast, ConversionOutcome? Outcome, string? Link);

/// <summary>What was heard, how it scores, and which options of the poll were chosen how often.</summary>
public sealed record InterestView(
    int Replies, int Questions, int Prices, int Mentions, int Votes, int Clicks, double Score, InterestLevel Level, IReadOnlyDictionary<int, int> Options)
{
    /// <summary>The view of a tally.</summary>
    public static InterestView From(InterestTally tally, double score, InterestLevel level, IReadOnlyDictionary<int, int> options) =>
        new(tally.Replies, tally.Questions, tally.Prices, tally.Mentions, tally.Votes, tally.Clicks, score, level, options);
}

/// <summary>Expected orders with their 80 % interval; <c>Error</c> is orders less forecast, once the conversion has ended.</summary>
public sealed record ForecastView(double Orders, int Low, int High, double? Error);

/// <summary>All groups of one arm together.</summary>
public sealed record ArmView(Arm Arm, int Groups, ConversionOutcome Outcome)
{
    /// <summary>The view of an arm.</summary>
    public static ArmView From(Arm arm, IEnumerable<ConversionGroupView> groups, Product product)
    {
        var its = groups.Where(group => group.Arm == arm).ToList();
        return new(arm, its.Count, ConversionOutcome.Sum([.. its.Select(group => group.Outcome).OfType<ConversionOutcome>()], product));
    }
}
