using Community.Care.Suitability;
using Community.Groups;

namespace Community.Tests.Care.Suitability;

/// <summary>Every combination of answers.</summary>
public sealed class SuitabilityRulesTests
{
    static readonly bool[] NoAndYes = [false, true];

    static readonly SuitabilityAnswers[] All =
    [
        .. from discussable in NoAndYes
           from needsExplaining in NoAndYes
           from otherNeeds in NoAndYes
           from reputation in Enumerable.Range(DealAnswers.MinReputation, DealAnswers.MaxReputation)
           from trustCanGrow in NoAndYes
           from mustTeach in NoAndYes
           from services in NoAndYes
           select new SuitabilityAnswers(
               new ProductAnswers(discussable, needsExplaining, otherNeeds),
               new DealAnswers(reputation, trustCanGrow),
               new AfterSaleAnswers(mustTeach, services)),
    ];

    [Fact]
    public void There_are_320_combinations() => Assert.Equal(64 * 5, All.Distinct().Count());

    [Fact]
    public void Verdict_follows_from_the_number_of_positive_sides() => Assert.All(All, answers =>
    {
        var advice = SuitabilityRules.Decide(answers);

        var expected = advice.Sides.Count(side => side.IsPositive) switch
        {
            0 => SuitabilityVerdict.NotRecommended,
            3 => SuitabilityVerdict.Recommended,
            _ => SuitabilityVerdict.Selective,
        };
        Assert.Equal(expected, advice.Verdict);
    });

    [Fact]
    public void Side_is_positive_when_more_than_half_of_its_answers_are_yes() => Assert.All(All, answers =>
    {
        var (product, deal, afterSale) = answers;
        int[] yes = [product.Discussable ? 1 : 0, product.NeedsExplaining ? 1 : 0, product.OtherNeeds ? 1 : 0];

        Assert.Equal(
            [yes.Sum() >= 2, deal.Reputation >= 3 && deal.TrustCanGrow, afterSale.MustTeach && afterSale.Services],
            SuitabilityRules.Decide(answers).Sides.Select(side => side.IsPositive));
    });

    [Fact]
    public void Answer_that_becomes_yes_never_makes_the_verdict_worse() => Assert.All(All, answers =>
        Assert.All(Better(answers), better => Assert.True(
            SuitabilityRules.Decide(better).Verdict <= SuitabilityRules.Decide(answers).Verdict)));

    [Fact]
    public void Each_side_has_a_reason_of_its_own() => Assert.All(All, answers =>
    {
        var advice = SuitabilityRules.Decide(answers);

        Assert.Equal(Enum.GetValues<SuitabilitySide>(), advice.Sides.Select(side => side.Side));
        Assert.Equal(["产品：", "成交：", "售后："], advice.Sides.Select(side => side.Reason[..3]));
        Assert.Equal(advice.Reasons.Count(), advice.Reasons.Distinct(StringComparer.Ordinal).Count());
        Assert.All(advice.Reasons, reason => Assert.EndsWith("。", reason, StringComparison.Ordinal));
    });

    [Fact]
    public void Reason_of_a_side_names_the_answers_that_decided_it()
    {
        var advice = SuitabilityRules.Decide(Answers(
            new ProductAnswers(Discussable: true, NeedsExplaining: true, OtherNeeds: false), new DealAnswers(2, true)));

        Assert.Equal("产品：有话题可聊、需要讲解，群里有话可说。", advice.Sides[0].Reason);
        Assert.Equal("成交：口碑只有 2 分，建群对成交帮助不大。", advice.Sides[1].Reason);
    }

    [Fact]
    public void Kinds_fit_unless_groups_are_not_recommended() => Assert.All(All, answers =>
    {
        var advice = SuitabilityRules.Decide(answers);

        Assert.Equal(advice.Verdict is SuitabilityVerdict.NotRecommended, advice.Kinds.Count == 0);
        Assert.Equal(advice.Kinds.Count, advice.Kinds.Select(fitting => fitting.Kind).Distinct().Count());
        Assert.All(advice.Kinds, fitting => Assert.NotEmpty(fitting.Reason));
    });

    [Fact]
    public void Delivery_group_fits_where_users_are_served_after_the_sale() => Assert.All(Advised, advised =>
        Assert.Equal(
            advised.Answers.AfterSale.MustTeach || advised.Answers.AfterSale.Services,
            advised.Has(GroupKind.Delivery)));

    [Fact]
    public void Super_user_group_needs_something_to_discuss() => Assert.All(
        Advised.Where(advised => advised.Has(GroupKind.SuperUser)),
        advised => Assert.True(advised.Answers.Product.Discussable));

    [Fact]
    public void Flash_group_fits_a_known_product_without_explanation() => Assert.All(Advised, advised => Assert.Equal(
        advised.Answers.Deal.Reputation >= 3 && !advised.Answers.Product.NeedsExplaining,
        advised.Has(GroupKind.Flash)));

    [Fact]
    public void New_buyer_group_is_tried_alone_where_nothing_else_fits()
    {
        var advice = SuitabilityRules.Decide(Answers(
            new ProductAnswers(Discussable: true, NeedsExplaining: false, OtherNeeds: true),
            new DealAnswers(2, false)));

        var fitting = Assert.Single(advice.Kinds);
        Assert.Equal(GroupKind.NewBuyer, fitting.Kind);
        Assert.Contains("试一试", fitting.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Low_reputation_is_warned_of_where_groups_are_advised() => Assert.All(All, answers =>
    {
        var advice = SuitabilityRules.Decide(answers);
        var isAdvised = advice.Verdict is not SuitabilityVerdict.NotRecommended;

        Assert.Equal(
            isAdvised && answers.Deal.Reputation < 3,
            advice.Notes.Any(note => note.Contains("差评", StringComparison.Ordinal)));
        Assert.Equal(
            isAdvised && !answers.Product.Discussable,
            advice.Notes.Any(note => note.Contains("素材", StringComparison.Ordinal)));
    });

    static IEnumerable<(SuitabilityAnswers Answers, Func<GroupKind, bool> Has)> Advised =>
        from answers in All
        let advice = SuitabilityRules.Decide(answers)
        where advice.Verdict is not SuitabilityVerdict.NotRecommended
        select (answers, (Func<GroupKind, bool>)(kind => advice.Kinds.Any(fitting => fitting.Kind == kind)));

    static SuitabilityAnswers Answers(ProductAnswers product, DealAnswers deal) =>
        new(product, deal, new AfterSaleAnswers(MustTeach: false, Services: false));

    static IEnumerable<SuitabilityAnswers> Better(SuitabilityAnswers answers)
    {
        var (product, deal, afterSale) = answers;
        yield return answers with { Product = product with { Discussable = true } };
        yield return answers with { Product = product with { NeedsExplaining = true } };
        yield return answers with { Product = product with { OtherNeeds = true } };
        yield return answers with { Deal = deal with { TrustCanGrow = true } };
        if (deal.Reputation < DealAnswers.MaxReputation)
            yield return answers with { Deal = deal with { Reputation = deal.Reputation + 1 } };
        yield return answers with { AfterSale = afterSale with { MustTeach = true } };
        yield return answers with { AfterSale = afterSale with { Services = true } };
    }
}
