using Community.Platform.Texts;

namespace Community.Tests.Platform.Texts;

public class PhrasebookTests
{
    static readonly Phrasebook Chinese = Phrasebook.Chinese;

    /// <summary>The placeholders of each text.</summary>
    static readonly Dictionary<string, string[]> Placeholders = new()
    {
        ["onboarding.welcome"] = ["member", "group", "service", "benefits"],
        ["onboarding.rules"] = ["member", "rules"],
        ["onboarding.introduction"] = ["member"],
        ["onboarding.cardNameReminder"] = ["member", "group"],
        ["onboarding.newcomers"] = ["names", "count"],
        ["onboarding.newcomersUnnamed"] = ["count"],
        ["onboarding.veterans"] = ["member", "veterans", "interests"],
        ["poster.tier"] = ["invites", "reward"],
        ["target.invitation"] = ["invites", "group", "joinUrl"],
        ["target.reminder"] = ["group", "joinUrl"],
        ["flash.newBuyers"] = ["sale", "group", "joinUrl"],
        ["order.newBuyerInvitation"] = ["product", "price", "group", "joinUrl"],
        ["conversion.pollPage"] = ["topic", "options", "link"],
        ["conversion.poll"] = ["topic", "options"],
        ["conversion.copy.Pain.Low"] = ["product", "price", "link"],
        ["conversion.copy.Pain.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Pain.High"] = ["product", "price", "link"],
        ["conversion.copy.Delight.Low"] = ["product", "price", "link"],
        ["conversion.copy.Delight.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Delight.High"] = ["product", "price", "link"],
        ["conversion.copy.Belonging.Low"] = ["product", "price", "link"],
        ["conversion.copy.Belonging.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Belonging.High"] = ["product", "price", "link"],
        ["conversion.copy.Fit.Low"] = ["product", "price", "link"],
        ["conversion.copy.Fit.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Fit.High"] = ["product", "price", "link"],
        ["conversion.copy.Impulse.Low"] = ["product", "price", "link"],
        ["conversion.copy.Impulse.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Impulse.High"] = ["product", "price", "link"],
        ["conversion.copy.Trust.Low"] = ["product", "price", "link"],
        ["conversion.copy.Trust.Medium"] = ["product", "price", "link"],
        ["conversion.copy.Trust.High"] = ["product", "price", "link"],
        ["attachment.File"] = ["title", "url"],
        ["attachment.Image"] = ["title", "url"],
        ["attachment.Link"] = ["title", "url"],
        ["attachment.MiniProgram"] = ["title", "url"],
        ["task.attachments"] = ["text", "attachments"],
        ["channel.CreateGroup.Automatic"] = [],
        ["channel.CreateGroup.StaffConfirmed"] = [],
        ["channel.CreateGroup.Manual"] = [],
        ["channel.OpenJoinCode.Automatic"] = [],
        ["channel.OpenJoinCode.StaffConfirmed"] = [],
        ["channel.OpenJoinCode.Manual"] = [],
        ["channel.SendToGroup.Automatic"] = [],
        ["channel.SendToGroup.StaffConfirmed"] = [],
        ["channel.SendToGroup.Manual"] = [],
        ["channel.SendToMember.Automatic"] = [],
        ["channel.SendToMember.StaffConfirmed"] = [],
        ["channel.SendToMember.Manual"] = [],
        ["channel.SendToMember.Unavailable"] = [],
        ["channel.RemoveMember.Automatic"] = [],
        ["channel.RemoveMember.StaffConfirmed"] = [],
        ["channel.RemoveMember.Manual"] = [],
        ["channel.DissolveGroup.Automatic"] = [],
        ["channel.DissolveGroup.StaffConfirmed"] = [],
        ["channel.DissolveGroup.Manual"] = [],
        ["channel.SetWelcome.Automatic"] = [],
        ["channel.SetWelcome.StaffConfirmed"] = [],
        ["channel.SetWelcome.Manual"] = [],
        ["channel.SetWelcome.Unavailable"] = [],
        ["wecom.check.credentials"] = [],
        ["wecom.check.refused"] = ["code"],
        ["wecom.check.unanswered"] = [],
        ["wecom.check.blocked"] = [],
        ["wecom.check.scope"] = [],
        ["wecom.check.scope.off"] = [],
        ["wecom.check.scope.empty"] = [],
        ["wecom.check.groups"] = [],
        ["wecom.check.callback"] = ["at"],
        ["wecom.check.callback.none"] = [],
        ["wecom.check.binding"] = [],
        ["wecom.check.binding.open"] = ["count"],
        ["wecom.check.limit.Monthly"] = [],
        ["wecom.check.limit.Weekly"] = [],
        ["wecom.check.limit.Daily"] = [],
        ["notice.Opened"] = ["task", "due"],
        ["notice.Reminder"] = ["number", "task", "due"],
        ["notice.ItemReminder"] = ["task"],
        ["notice.merged"] = ["counts", "lines"],
        ["notice.opened"] = ["count"],
        ["notice.reminders"] = ["count"],
        ["notice.more"] = ["count"],
        ["notice.task.ofGroup"] = ["task", "group"],
        ["notice.task.SendMessage"] = [],
        ["notice.task.ConfirmMessage"] = [],
        ["notice.task.CheckMessage"] = [],
        ["notice.task.CreateGroup"] = [],
        ["notice.task.OpenJoinCode"] = [],
        ["notice.task.RemoveMember"] = [],
        ["notice.task.DissolveGroup"] = [],
        ["notice.task.AddGroup"] = [],
        ["notice.task.CharterGroup"] = [],
        ["notice.task.PrepareContent"] = [],
        ["notice.task.SendPushes"] = [],
        ["notice.task.SetWelcome"] = [],
        ["notice.task.BindChat"] = [],
        ["notice.task.HandleCrisis"] = [],
        ["notice.task.DecideOnEnd"] = [],
        ["notice.task.DecideOnCrisis"] = [],
        ["task.SendMessage"] = ["group", "text"],
        ["task.SendMessage.member"] = ["member", "group", "text"],
        ["task.SendMessage.mention"] = ["member", "group", "text"],
        ["task.SetWelcome"] = ["group", "text"],
        ["task.ConfirmMessage"] = ["group", "text"],
        ["task.CheckMessage"] = ["group", "text"],
        ["task.CreateGroup"] = ["group"],
        ["task.OpenJoinCode"] = ["group"],
        ["task.RemoveMember"] = ["member", "group"],
        ["task.DissolveGroup"] = ["group"],
        ["task.DissolveGroup.unconfirmed"] = ["group"],
        ["group.farewell"] = ["group"],
        ["group.history.name"] = ["before", "after"],
        ["group.history.capacity"] = ["before", "after"],
        ["group.history.joinUrl"] = ["before", "after"],
        ["group.history.owner"] = ["before", "after"],
        ["group.history.tags"] = ["before", "after"],
        ["group.history.bind"] = ["chat"],
        ["group.history.end"] = ["reason"],
        ["group.history.hold.operator"] = ["reason"],
        ["group.history.hold.crisis"] = ["reason"],
        ["group.history.release.operator"] = [],
        ["group.history.release.crisis"] = [],
        ["group.history.nothing"] = [],
        ["group.history.separator"] = [],
        ["task.AddGroup"] = ["campaign"],
        ["task.AddGroup.newBuyers"] = ["sale", "group"],
        ["task.AddGroup.target"] = ["campaign", "group"],
        ["task.AddGroup.firstOrders"] = ["group"],
        ["wecom.error.40001"] = [],
        ["wecom.error.48002"] = [],
        ["wecom.error.60020"] = [],
        ["push.skip.HolidaysUnknown"] = ["year"],
        ["push.skip.NoContent"] = [],
        ["push.skip.ContentUnknown"] = [],
        ["push.skip.Draft"] = [],
        ["push.skip.Retired"] = [],
        ["push.skip.NotYetValid"] = [],
        ["push.skip.Expired"] = [],
        ["push.skip.NotComposable"] = ["reason"],
        ["push.missed"] = [],
        ["push.guard.GroupOpen"] = [],
        ["push.guard.Paused"] = ["pauses"],
        ["push.guard.Window"] = ["start", "end"],
        ["push.guard.PerDay"] = ["count", "limit"],
        ["push.guard.PerWeek"] = ["count", "limit"],
        ["push.guard.Spacing"] = ["time", "minutes"],
        ["push.guard.OwnerTaps"] = ["count", "limit"],
        ["push.guard.PromotionMix"] = ["pushes", "limit"],
        ["push.guard.PromotionMix.first"] = [],
        ["push.guard.ConsecutivePromotions"] = [],
        ["push.guard.Blackout"] = ["conversion"],
        ["push.guard.Reuse"] = ["content", "date", "days"],
        ["push.guard.Channel"] = [],
        ["push.pause.Brand"] = [],
        ["push.pause.Plan"] = [],
        ["push.pause.Operator"] = [],
        ["push.pause.Crisis"] = [],
        ["task.PrepareContent"] = ["group", "time", "reason"],
        ["task.SendPushes"] = ["day", "count"],
        ["task.BindChat"] = ["name", "chat"],
        ["task.HandleCrisis.Verify"] = ["cause"],
        ["task.HandleCrisis.Respond"] = ["cause"],
        ["task.HandleCrisis.Contact"] = ["cause"],
        ["task.HandleCrisis.Review"] = ["cause"],
        ["task.DecideOnEnd"] = ["group", "reasons"],
        ["health.reason.Silence"] = ["days"],
        ["health.reason.LessActivity"] = ["activity"],
        ["health.reason.MoreLeaves"] = ["leaves", "high"],
        ["health.reason.Promotions"] = ["share"],
        ["health.reason.Unanswered"] = ["unanswered"],
        ["health.advice.Silence"] = [],
        ["health.advice.LessActivity"] = [],
        ["health.advice.MoreLeaves"] = [],
        ["health.advice.Promotions"] = [],
        ["health.advice.Unanswered"] = [],
        ["health.advice.end"] = [],
        ["task.DecideOnCrisis"] = ["group", "complaints", "people"],
        ["crisis.reason"] = ["cause"],
        ["crisis.entry.open"] = ["cause"],
        ["crisis.entry.statement"] = ["text"],
        ["crisis.entry.person.Complaining"] = [],
        ["crisis.entry.person.Inciting"] = [],
        ["crisis.entry.release"] = ["count"],
        ["crisis.entry.resolve"] = [],
        ["crisis.statement.acknowledge.title"] = [],
        ["crisis.statement.acknowledge"] = [],
        ["crisis.statement.facts.title"] = [],
        ["crisis.statement.facts"] = [],
        ["crisis.statement.remedy.title"] = [],
        ["crisis.statement.remedy"] = [],
        ["crisis.statement.end.title"] = [],
        ["crisis.statement.end"] = [],
        ["task.CharterGroup"] = ["group"],
    };

    public static TheoryData<string> Names => [.. Placeholders.Keys];

    public static TheoryData<string, string> EachPlaceholder =>
        new(Placeholders.SelectMany(text => text.Value.Select(name => (text.Key, name))));

    [Fact]
    public void Every_text_has_its_placeholders_listed_here() =>
        Assert.Equal(Placeholders.Keys.Order(), Chinese.Names.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_contains_every_value_and_no_placeholder(string name)
    {
        var values = Placeholders[name].Select(placeholder => (Name: placeholder, Value: $"<{placeholder}>"));

        var text = Chinese.Format(name, [.. values]);

        Assert.All(values, value => Assert.Contains(value.Value, text, StringComparison.Ordinal));
        Assert.DoesNotContain('{', text);
        Assert.DoesNotContain('}', text);
    }

    [Theory]
    [MemberData(nameof(EachPlaceholder))]
    public void Missing_value_of_a_placeholder_throws(string name, string missing)
    {
        var values = Placeholders[name].Except([missing]).Select(placeholder => (placeholder, "x"));

        Assert.Throws<KeyNotFoundException>(() => Chinese.Format(name, [.. values]));
    }

    [Fact]
    public void Unknown_text_throws() =>
        Assert.Throws<KeyNotFoundException>(() => Chinese.Format("onboarding.farewell"));

    [Fact]
    public void Value_with_braces_is_inserted_unchanged() =>
        Assert.Contains(
            "{text} $1",
            Chinese.Format("task.SendMessage", ("group", "{text} $1"), ("text", "x")),
            StringComparison.Ordinal);
}
