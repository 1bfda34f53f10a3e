using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

public class PromotionMixTests
{
    // Nine pushes, one a day; the letters are their kinds. The push of the test is the tenth.
    [Theory]
    [InlineData(GroupKind.NewBuyer, "uuPuPuuuu", true)]
    [InlineData(GroupKind.NewBuyer, "PuPuPuuuu", false)]
    [InlineData(GroupKind.SuperUser, "uuuuPuuuu", true)]
    [InlineData(GroupKind.SuperUser, "uuPuPuuuu", false)]
    [InlineData(GroupKind.Delivery, "uuuuuuuuu", true)]
    [InlineData(GroupKind.Delivery, "Puuuuuuuu", false)]
    public void Share_of_promotions_among_ten_pushes_depends_on_the_kind_of_group(
        GroupKind kind, string before, bool allowed) =>
        Assert.Equal(allowed ? null : PushGuard.PromotionMix, Promotion(kind, before).Guard);

    [Theory]
    [InlineData("uuuuuuuu", true)]
    [InlineData("uPuuuuuu", false)]
    [InlineData("u", true)]
    public void Fewer_than_ten_pushes_contain_at_most_one_promotion(string before, bool allowed) =>
        Assert.Equal(allowed ? null : PushGuard.PromotionMix, Promotion(GroupKind.NewBuyer, before).Guard);

    [Fact]
    public void First_push_is_no_promotion() =>
        AssertSkipped(PushGuard.PromotionMix, "第一条", Promotion(GroupKind.NewBuyer, ""));

    [Fact]
    public void Push_older_than_14_days_does_not_count()
    {
        var request = Request(At(14, 10), ContentKind.Promotion);

        AssertAllowed(Decide(request, After(Entry(0, 10))));
        AssertSkipped(PushGuard.PromotionMix, "第一条", Decide(request, After(Entry(0, 9, 59))));
        AssertAllowed(Decide(request, After(Entry(0, 9, 59, ContentKind.Promotion), Entry(1, 10))));
    }

    [Fact]
    public void Two_promotions_never_follow_each_other() =>
        AssertSkipped(PushGuard.ConsecutivePromotions, "连续", Promotion(GroupKind.NewBuyer, "uuuuuuuuP"));

    [Fact]
    public void Promotion_does_not_come_right_before_another()
    {
        PushHistoryEntry[] pushes = [.. Pushes("uuuuuuuuu"), Entry(10, 10, kind: ContentKind.Promotion)];

        var decision = Decide(
            Request(At(9, 10), ContentKind.Promotion), After(pushes) with { Kind = GroupKind.NewBuyer });

        Assert.Equal(PushGuard.ConsecutivePromotions, decision.Guard);
    }

    [Fact]
    public void Promotion_that_would_break_the_mix_of_a_later_push_is_skipped()
    {
        PushHistoryEntry[] pushes =
        [
            .. Pushes("uuuuuuuuu"),
            Entry(10, 10),
            Entry(11, 10, kind: ContentKind.Promotion),
        ];

        AssertSkipped(
            PushGuard.PromotionMix,
            "10 条推送里广告最多 1 条",
            Decide(Request(At(9, 10), ContentKind.Promotion), After(pushes) with { Kind = GroupKind.Delivery }));
    }

    [Fact]
    public void Links_of_conversions_count_as_promotions_and_other_messages_of_sales_do_not_count()
    {
        var link = Entry(8, 18, kind: ContentKind.Promotion) with { IsSale = true };
        var closing = Entry(8, 20, kind: null) with { IsSale = true };
        var group = After([.. Pushes("uuuuuuuuu"), link, closing]) with { Kind = GroupKind.NewBuyer };

        AssertSkipped(
            PushGuard.ConsecutivePromotions, "连续", Decide(Request(At(9, 10), ContentKind.Promotion), group));
        AssertAllowed(Decide(Request(At(9, 10)), group));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    public void Share_below_one_of_ten_allows_no_promotion(int percent)
    {
        var limits = Limits with { NewBuyerPromotionPercent = percent };
        var group = After(Pushes("uuu")) with { Kind = GroupKind.NewBuyer };

        AssertSkipped(
            PushGuard.PromotionMix, "最多 0 条", Decide(Request(At(3, 10), ContentKind.Promotion), group, limits));
    }

    static PushDecision Promotion(GroupKind kind, string before) => Decide(
        Request(At(before.Length, 10), ContentKind.Promotion), After(Pushes(before)) with { Kind = kind });

    static PushHistoryEntry[] Pushes(string kinds) =>
    [
        .. kinds.Select((kind, day) => Entry(day, 10, kind: kind is 'P' ? ContentKind.Promotion : ContentKind.Useful)),
    ];
}
