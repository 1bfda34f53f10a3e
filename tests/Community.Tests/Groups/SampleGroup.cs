using Community.Groups;

namespace Community.Tests.Groups;

static class SampleGroup
{
    public const string Link = "https://work.weixin.qq.com/gm/abc";

    /// <summary>A group with a charter and without a join link.</summary>
    public static Group PlannedGroup(int capacity = 200) => new(
        "tea-1",
        "茶友 1 群",
        GroupKind.NewBuyer,
        capacity,
        new Charter(
            "first-time buyers",
            "one tip a day",
            ["samples"],
            ["no advertising"],
            EndsAt: null,
            "moves to the regulars"),
        GroupState.Planned,
        JoinUrl: null,
        MemberCount: 0,
        Overflow: 0,
        Instants.Evening);

    public static Group OpenGroup(int capacity = 200) =>
        PlannedGroup(capacity) with { State = GroupState.Open, JoinUrl = Link };
}
