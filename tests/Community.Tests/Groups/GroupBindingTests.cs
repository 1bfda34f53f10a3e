using Community.Groups;
using Community.Platform;
using Community.Platform.Texts;

namespace Community.Tests.Groups;

public class GroupBindingTests
{
    static readonly Decider<GroupCommand, Group, GroupEvent> Rules = new(GroupRules.Decide, GroupRules.Evolve);

    [Fact]
    public void Group_is_bound_to_its_chat_once()
    {
        var bound = Rules.Given(SampleGroup.PlannedGroup()).When(Bind("wrChatA")).Then(
            new GroupEvent.Bound("wrChatA"),
            new GroupEvent.ChangeRecorded(new GroupChange(Instants.Evening, "小林", "绑定企业微信群 wrChatA")));

        Assert.Equal("wrChatA", bound.State.ChannelGroupId);
        bound.When(Bind("wrChatA")).ThenNothing();
    }

    [Theory]
    [InlineData("wrChatB")]
    [InlineData("wrchata")] // ids of chats are case-sensitive
    public void Bound_group_refuses_another_chat(string other)
    {
        var outcome = Rules.Given(SampleGroup.PlannedGroup(), new GroupEvent.Bound("wrChatA")).When(Bind(other));

        Assert.Equal("wrChatA", outcome.State.ChannelGroupId);
        Assert.IsType<GroupEvent.Refused>(Assert.Single(outcome.Events));
    }

    [Fact]
    public void Dissolved_group_refuses_a_chat()
    {
        var dissolved = Rules.Given(SampleGroup.PlannedGroup(), new GroupEvent.Dissolved(Instants.Evening));

        Assert.IsType<GroupEvent.Refused>(Assert.Single(dissolved.When(Bind("wrChatA")).Events));
    }

    static GroupCommand.Bind Bind(string chat) => new(chat, "小林", Instants.Evening);
}
