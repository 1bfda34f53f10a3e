using Community.Platform.Texts;

namespace Community.Tests.Platform.Texts;

public class PhrasebookTests
{
    static readonly Phrasebook Chinese = Phrasebook.Chinese;

    /// <summary>Each text with what it must be told.</summary>
    static readonly Dictionary<string, string[]> Placeholders = new()
    {
        ["onboarding.welcome"] = ["member", "group", "service", "benefits"],
        ["onboarding.rules"] = ["member", "rules"],
        ["onboarding.introduction"] = ["member"],
        ["onboarding.cardNameReminder"] = ["member", "group"],
        ["onboarding.veterans"] = ["member", "veterans", "interests"],
        ["poster.tier"] = ["invites", "reward"],
        ["target.invitation"] = ["invites", "group", "joinUrl"],
        ["target.reminder"] = ["group", "joinUrl"],
        ["flash.newBuyers"] = ["sale", "group", "joinUrl"],
        ["order.newBuyerInvitation"] = ["product", "price", "group", "joinUrl"],
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
        ["task.SendMessage"] = ["group", "text"],
        ["task.SendMessage.member"] = ["member", "group", "text"],
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
        ["group.history.end"] = ["reason"],
        ["group.history.nothing"] = [],
        ["group.history.separator"] = [],
        ["task.AddGroup"] = ["campaign"],
        ["task.AddGroup.newBuyers"] = ["sale", "group"],
        ["task.CharterGroup"] = ["group"],
    };

    public static TheoryData<string> Names => [.. Placeholders.Keys];

    public static TheoryData<string, string> EachPlaceholder => new(Placeholders.SelectMany(text => text.Value.Select(name => (text.Key, name))));

    [Fact]
    public void Every_text_is_known_here() => Assert.Equal(Placeholders.Keys.Order(), Chinese.Names.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_says_all_it_is_told_and_leaves_nothing_unfilled(string name)
    {
        var said = Chinese.Format(name, [.. Placeholders[name].Select(placeholder => (placeholder, $"<{placeholder}>"))]);

        Assert.All(Placeholders[name], placeholder => Assert.Contains($"<{placeholder}>", said, StringComparison.Ordinal));
        Assert.DoesNotContain('{', said);
        Assert.DoesNotContain('}', said);
    }

    [Theory]
    [MemberData(nameof(EachPlaceholder))]
    public void A_placeholder_that_is_left_unfilled_is_a_defect(string name, string missing) =>
        Assert.Throws<KeyNotFoundException>(() => Chinese.Format(name, [.. Placeholders[name].Except([missing]).Select(placeholder => (placeholder, "x"))]));

    [Fact]
    public void A_text_that_does_not_exist_is_a_defect() => Assert.Throws<KeyNotFoundException>(() => Chinese.Format("onboarding.farewell"));

    [Fact]
    public void What_members_write_is_said_as_they_wrote_it_braces_and_all() =>
        Assert.Contains("{text} $1", Chinese.Format("task.SendMessage", ("group", "{text} $1"), ("text", "x")), StringComparison.Ordinal);
}
