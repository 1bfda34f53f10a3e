using Community.Content;
using Community.Groups;
using Community.Pushes.Guards;
using static Community.Tests.Pushes.Guards.SamplePushes;

namespace Community.Tests.Pushes.Guards;

public class PushOverrideTests
{
    // Everything that can be overridden is wrong with this push: it is late on a full day of a paused group.
    static readonly GroupSituation Refusing =
        After(
            Entry(0, 20, kind: ContentKind.Useful) with { ContentId = "item" },
            Entry(0, 21),
            Entry(0, 22, kind: ContentKind.Promotion)) with
        {
            Kind = GroupKind.Delivery,
            Pauses = [PushPause.Plan],
            CostsTap = true,
            OwnerTaps = 20,
            Blackouts = [new Blackout("tea", At(0, 0), At(1, 0))],
            Channel = new ChannelRoom(DateTimeOffset.MaxValue),
        };

    static readonly PushLimits Strict = Limits with { PerWeek = 3 };

    static readonly PushRequest Unwelcome = Request(At(0, 23), ContentKind.Promotion);

    [Fact]
    public void Guards_are_asked_in_the_order_of_the_enumeration()
    {
        PushGuard[] all = [.. Enum.GetValues<PushGuard>().Except([PushGuard.GroupOpen])];

        for (var overridden = 0; overridden < all.Length; overridden++)
        {
            var request = Unwelcome with { Override = new PushOverride("小王", "大促", all[..overridden]) };
            Assert.Equal(all[overridden], Decide(request, Refusing, Strict).Guard);
        }

        AssertAllowed(Decide(Unwelcome with { Override = new PushOverride("小王", "大促", all) }, Refusing, Strict));
    }

    [Fact]
    public void Group_that_is_not_open_is_asked_first_and_never_overridden()
    {
        var dissolved = Refusing with { State = GroupState.Dissolved };
        var request = Unwelcome with { Override = new PushOverride("小王", "大促", Enum.GetValues<PushGuard>()) };

        Assert.Equal(PushGuard.GroupOpen, Decide(Unwelcome, dissolved, Strict).Guard);
        Assert.Equal(PushGuard.GroupOpen, Decide(request, dissolved, Strict).Guard);
        Assert.Equal("overrides", request.Override.Check()?.Field);
    }

    [Theory]
    [InlineData("", "大促", "by")]
    [InlineData(" ", "大促", "by")]
    [InlineData("小王", null, "reason")]
    [InlineData("小王", " ", "reason")]
    public void Override_without_a_name_or_a_reason_overrides_nothing(string by, string? reason, string field)
    {
        var guards = new PushOverride(by, reason, [PushGuard.Spacing]);

        Assert.Equal(field, guards.Check()?.Field);
        Assert.Equal(
            PushGuard.Spacing, Decide(Request(At(0, 10)) with { Override = guards }, After(Entry(0, 11))).Guard);
    }
}
