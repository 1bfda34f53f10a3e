using System.Globalization;
using Community.Groups;
using Community.Platform.Texts;

namespace Community.Care.Suitability;

/// <summary>Decides whether a brand should have groups, and of which kinds.</summary>
public static class SuitabilityRules
{
    const string Prefix = "suitability";

    /// <summary>
    /// Without a positive side groups are not recommended, with all three they are, otherwise selectively. Every other
    /// verdict than <see cref="SuitabilityVerdict.NotRecommended"/> has at least one kind that fits.
    /// </summary>
    public static SuitabilityAdvice Decide(SuitabilityAnswers answers)
    {
        SideFinding[] sides =
        [
            FindingOf(
                SuitabilitySide.Product,
                Answer("discussable", answers.Product.Discussable),
                Answer("needsExplaining", answers.Product.NeedsExplaining),
                Answer("otherNeeds", answers.Product.OtherNeeds)),
            FindingOf(
                SuitabilitySide.Deal,
                Reputation(answers.Deal),
                Answer("trustCanGrow", answers.Deal.TrustCanGrow)),
            FindingOf(
                SuitabilitySide.AfterSale,
                Answer("mustTeach", answers.AfterSale.MustTeach),
                Answer("services", answers.AfterSale.Services)),
        ];
        var verdict = VerdictOf(sides.Count(side => side.IsPositive));
        return new SuitabilityAdvice(
            verdict,
            sides,
            verdict is SuitabilityVerdict.NotRecommended ? [] : [.. NotesOn(answers)],
            verdict is SuitabilityVerdict.NotRecommended ? [] : KindsFor(answers));
    }

    static SuitabilityVerdict VerdictOf(int positiveSides) => positiveSides switch
    {
        0 => SuitabilityVerdict.NotRecommended,
        3 => SuitabilityVerdict.Recommended,
        _ => SuitabilityVerdict.Selective,
    };

    // The reason of a side names the answers that decided it.
    static SideFinding FindingOf(SuitabilitySide side, params IReadOnlyList<(bool IsYes, string Text)> answers)
    {
        var isPositive = 2 * answers.Count(answer => answer.IsYes) > answers.Count;
        var deciding = answers.Where(answer => answer.IsYes == isPositive).Select(answer => answer.Text);
        var reason = Phrasebook.Chinese.Format(
            $"{Prefix}.side.{side}.{(isPositive ? "positive" : "negative")}",
            ("answers", string.Join(Phrasebook.Chinese.Template($"{Prefix}.separator"), deciding)));
        return new SideFinding(side, isPositive, reason);
    }

    static (bool IsYes, string Text) Answer(string name, bool isYes) =>
        (isYes, Phrasebook.Chinese.Format($"{Prefix}.answer.{name}.{(isYes ? "yes" : "no")}"));

    static (bool IsYes, string Text) Reputation(DealAnswers deal) =>
    (
        deal.HasReputation,
        Phrasebook.Chinese.Format(
            $"{Prefix}.answer.reputation.{(deal.HasReputation ? "yes" : "no")}",
            ("reputation", deal.Reputation.ToString(CultureInfo.InvariantCulture)))
    );

    static IEnumerable<string> NotesOn(SuitabilityAnswers answers)
    {
        if (!answers.Product.Discussable) yield return Phrasebook.Chinese.Format($"{Prefix}.note.nothingToDiscuss");
        if (!answers.Deal.HasReputation) yield return Phrasebook.Chinese.Format($"{Prefix}.note.lowReputation");
    }

    // In the order of the enum.
    static IReadOnlyList<FittingKind> KindsFor(SuitabilityAnswers answers)
    {
        GroupKind[] kinds = [.. Enum.GetValues<GroupKind>().Where(kind => Fits(kind, answers))];
        return kinds is []
            ? [new FittingKind(GroupKind.NewBuyer, Phrasebook.Chinese.Format($"{Prefix}.kind.trial"))]
            : [.. kinds.Select(kind => new FittingKind(kind, Phrasebook.Chinese.Format($"{Prefix}.kind.{kind}")))];
    }

    static bool Fits(GroupKind kind, SuitabilityAnswers answers) => kind switch
    {
        // A sale of one evening has no time to explain or to win trust.
        GroupKind.Flash => answers is { Deal.HasReputation: true, Product.NeedsExplaining: false },
        GroupKind.NewBuyer => answers is { Product.NeedsExplaining: true, Deal.TrustCanGrow: true },
        GroupKind.SuperUser => answers.Product.Discussable
            && (answers.Deal.HasReputation || answers.Deal.TrustCanGrow),
        GroupKind.Delivery => answers.AfterSale.MustTeach || answers.AfterSale.Services,
        _ => false,
    };
}
