using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Pushes.DaySheets;
using Community.Sidebar;

namespace Community.Tests.Sidebar;

public class SidebarRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Task_is_its_owners_and_that_of_the_owner_of_its_group()
    {
        var task = Task(StaffTaskKind.RemoveMember) with { Owner = "lin" };

        Assert.True(SidebarRules.IsTheirs(task, Group("zhou"), "lin"));
        Assert.True(SidebarRules.IsTheirs(task, Group("zhou"), "zhou"));
        Assert.False(SidebarRules.IsTheirs(task, Group("zhou"), "chen"));
        Assert.False(SidebarRules.IsTheirs(task, group: null, "zhou"));
    }

    [Fact]
    public void Nobody_owns_a_task_without_owner_and_group()
    {
        Assert.False(SidebarRules.IsTheirs(Task(StaffTaskKind.BindChat), group: null, "lin"));
        Assert.False(SidebarRules.IsTheirs(group: null, "lin"));
    }

    [Theory]
    [InlineData(ChannelAction.SendToGroup, false, null, SidebarStep.Send)]
    [InlineData(ChannelAction.SendToGroup, true, "the platform refuses", SidebarStep.Send)]
    [InlineData(ChannelAction.SendToGroup, true, null, SidebarStep.ConfirmGroupSend)]
    [InlineData(ChannelAction.SendToMember, false, null, SidebarStep.Copy)]
    public void Message_is_posted_unless_the_platform_holds_it_ready_or_it_mentions_a_member(
        ChannelAction action, bool wasCalled, string? reason, SidebarStep step)
    {
        var delivery = Waiting(action, wasCalled, reason);

        Assert.Equal(step, SidebarRules.StepOf(Task(StaffTaskKind.SendMessage), delivery, Group("lin")));
    }

    [Fact]
    public void Message_waits_while_the_group_takes_none()
    {
        var held = Group("lin") with { Holds = [new GroupHold(HoldCause.Crisis, "lin", "投诉", Noon)] };
        var delivery = Waiting(ChannelAction.SendToGroup);

        Assert.Equal(SidebarStep.Wait, SidebarRules.StepOf(delivery, held));
        Assert.Equal(SidebarStep.Wait, SidebarRules.StepOf(delivery, group: null));
    }

    [Theory]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Uncertain)]
    [InlineData(DeliveryState.Queued)]
    public void Message_that_waits_for_nobody_is_not_posted(DeliveryState state) => Assert.Equal(
        SidebarStep.Copy,
        SidebarRules.StepOf(Waiting(ChannelAction.SendToGroup) with { State = state }, Group("lin")));

    [Theory]
    [InlineData(StaffTaskKind.ConfirmMessage, SidebarStep.ConfirmGroupSend)]
    [InlineData(StaffTaskKind.CheckMessage, SidebarStep.Do)]
    [InlineData(StaffTaskKind.RemoveMember, SidebarStep.Do)]
    [InlineData(StaffTaskKind.SetWelcome, SidebarStep.Do)]
    [InlineData(StaffTaskKind.CreateGroup, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.OpenJoinCode, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.BindChat, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.HandleCrisis, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.DecideOnCrisis, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.DecideOnEnd, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.ReviewGroup, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.AnswerFeedback, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.WarnMember, SidebarStep.Do)]
    [InlineData(StaffTaskKind.AskForRedPacket, SidebarStep.Do)]
    [InlineData(StaffTaskKind.DecideOnViolation, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.EscalateFeedback, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.KeepPromise, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.RefundGroupBuy, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.InviteSuperUser, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.WelcomeSuperUser, SidebarStep.OpenConsole)]
    [InlineData(StaffTaskKind.ReviewSuperUsers, SidebarStep.OpenConsole)]
    public void Other_tasks_are_done_by_a_person(StaffTaskKind kind, SidebarStep step) =>
        Assert.Equal(step, SidebarRules.StepOf(Task(kind), Waiting(ChannelAction.SendToGroup), Group("lin")));

    [Theory]
    [InlineData("WillSend", SendingWay.ByHand, SidebarStep.Wait)]
    [InlineData("WillSend", SendingWay.GroupSend, SidebarStep.Wait)]
    [InlineData("AwaitingStaff", SendingWay.ByHand, SidebarStep.Send)]
    [InlineData("AwaitingStaff", SendingWay.GroupSend, SidebarStep.ConfirmGroupSend)]
    [InlineData("Sent", SendingWay.ByHand, null)]
    [InlineData("Missed", SendingWay.ByHand, null)]
    [InlineData("WillSkip", null, null)]
    public void Push_is_posted_when_it_waits_for_the_person_alone(string state, SendingWay? via, SidebarStep? step) =>
        Assert.Equal(step, SidebarRules.StepOfPush(state, via, Group("lin")));

    [Fact]
    public void Text_carries_links_and_leaves_the_rest_to_the_person()
    {
        Attachment[] attachments =
        [
            new(AttachmentType.Link, "龙井", "https://tea.example.com/1"),
            new(AttachmentType.Image, "海报", "https://tea.example.com/2.png"),
        ];

        Assert.Equal("开团\n链接「龙井」https://tea.example.com/1", SidebarRules.TextOf("开团", attachments));
        Assert.Equal("海报", Assert.Single(SidebarRules.ByHandOf(attachments)).Title);
        Assert.Equal("开团", SidebarRules.TextOf("开团", attachments: null));
    }

    static Delivery Waiting(ChannelAction action, bool wasCalled = false, string? reason = null) =>
        Delivery.From(new NewDelivery(
            "cause", "step", "tea", MemberId: null, action, DeliveryPriority.Push, "开团", Noon)) with
        {
            State = DeliveryState.AwaitingStaff,
            SendingAt = wasCalled ? Noon : null,
            Reason = reason,
        };

    static StaffTask Task(StaffTaskKind kind) =>
        StaffTask.From(new NewStaffTask("key", kind, "请发送", "tea", Noon, Noon.AddHours(1)));

    static Group Group(string owner) => new(
        "tea",
        "茶友群",
        GroupKind.SuperUser,
        200,
        new Charter("茶友", "每日分享", [], [], EndsAt: null, "review"),
        GroupState.Open,
        "https://work.weixin.qq.com/gm/abc",
        MemberCount: 1,
        Overflow: 0,
        Noon)
    {
        Owner = owner,
    };
}
