using Community.Groups;

namespace Community.Tests.Groups;

/// <summary>Groups to begin with.</summary>
static class SampleGroup
{
    public const string Link = "https://work.weixin.qq.com/gm/abc";

    /// <summary>Chartered, with no way in.</summary>
    public static Group PlannedGroup(int capacity = 200) => new(
        "tea-1",
        "茶友 1 群",
        GroupKind.NewBuyer,
        capacity,
        new Charter("first-time buyers", "one tip a day", ["samples"], ["no advertising"], EndsAt: null, "moves to the regulars"),
        GroupState.Planned,
        JoinUrl: null,
        MemberCount: 0,
        Overflow: 0,
        Instants.Evening);

    /// <summary>Lets people in.</summary>
    public static Group OpenGroup(int capacity = 200) => PlannedGroup(capacity) with { State = GroupState.Open, JoinUrl = Link };
}
