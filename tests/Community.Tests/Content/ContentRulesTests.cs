using Community.Acquisition.Campaigns;
using Community.Content;
using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Content;

public class ContentRulesTests
{
    static readonly Decider<ContentCommand, ContentItem, ContentEvent> Rules =
        new(ContentRules.Decide, ContentRules.Evolve);

    static readonly Gen<ContentCommand> Commands = Gen.OneOf(
        from text in Gen.Elements("怎么存茶", "怎么泡茶", "{unknown}")
        from editor in Gen.Elements("小林", "小王")
        select (ContentCommand)Edit(text, editor),
        Gen.Elements("小林", "小王").Select(by => (ContentCommand)Approve(by, needsFourEyes: true)),
        Gen.Frequency(
            (1, Gen.Constant((ContentCommand)new ContentCommand.Retire("小王", Instants.Evening))),
            (4, Gen.Constant((ContentCommand)Approve("小陈", needsFourEyes: true)))));

    [Fact]
    public void Draft_is_approved_and_retired_once()
    {
        var approved = Rules.Given(SampleContent.Draft()).When(Approve("小王"))
            .Then(new ContentEvent.Approved("小王", Instants.Evening));

        approved.When(Approve("小陈")).ThenNothing();
        approved.When(Retire()).Then(new ContentEvent.Retired("小王", Instants.Evening)).When(Retire()).ThenNothing();
    }

    [Fact]
    public void Edit_of_an_approved_item_makes_a_draft_of_it_again()
    {
        var after = Rules.Given(SampleContent.Draft()).When(Approve("小王")).When(Edit("怎么泡茶", "小陈")).State;

        Assert.Equal(
            (ContentState.Draft, null, "小陈", 2),
            (after.State, after.ApprovedBy, after.LastEditedBy, after.Version));
        Assert.Equal(["怎么泡茶"], after.Body.Variants);
    }

    [Fact]
    public void Edit_that_changes_nothing_keeps_the_approval()
    {
        var draft = SampleContent.Draft();
        var same = new ContentEdit { Variants = new([.. draft.Body.Variants]), Tags = new([.. draft.Body.Tags]) };

        Rules.Given(draft).When(Approve("小王")).When(EditWith(same)).ThenNothing();
    }

    [Theory]
    [InlineData("小林")]
    [InlineData(" 小林 ")]
    [InlineData("LIN")]
    public void With_four_eyes_the_author_may_not_approve(string by)
    {
        var draft = SampleContent.Draft() with { Author = by == "LIN" ? "lin" : "小林" };

        Assert.IsType<ContentEvent.Refused>(
            Assert.Single(Rules.Given(draft).When(Approve(by, needsFourEyes: true)).Events));
        Rules.Given(draft).When(Approve("小王", needsFourEyes: true))
            .Then(new ContentEvent.Approved("小王", Instants.Evening));
    }

    [Fact]
    public void With_four_eyes_the_last_editor_may_not_approve()
    {
        var edited = Rules.Given(SampleContent.Draft()).When(Edit("怎么泡茶", "小王"));

        var refused = Assert.IsType<ContentEvent.Refused>(
            Assert.Single(edited.When(Approve("小王", needsFourEyes: true)).Events));

        Assert.Equal(RefusalKind.Conflict, refused.Refusal.Kind);
        Assert.Single(edited.When(Approve("小王")).Events.OfType<ContentEvent.Approved>());
    }

    [Fact]
    public void Retired_item_is_neither_edited_nor_approved()
    {
        var retired = Rules.Given(SampleContent.Draft()).When(Retire());

        foreach (var command in new ContentCommand[] { Approve("小王"), Edit("怎么泡茶", "小王") })
        {
            var refused = Assert.IsType<ContentEvent.Refused>(Assert.Single(retired.When(command).Events));
            Assert.Equal(RefusalKind.Conflict, refused.Refusal.Kind);
        }
    }

    [Fact]
    public void Item_can_be_sent_from_its_begin_until_before_its_end()
    {
        var from = Instants.Evening.AddDays(1);
        var body = SampleContent.Body() with { ValidFrom = from, ValidUntil = from.AddDays(1) };
        var draft = SampleContent.Draft(body);
        var approved = Rules.Given(draft).When(Approve("小王")).State;

        Assert.Equal(ContentObstacle.Draft, ContentRules.WhyNotSendable(draft, from));
        Assert.Equal(ContentObstacle.NotYetValid, ContentRules.WhyNotSendable(approved, from.AddTicks(-1)));
        Assert.Null(ContentRules.WhyNotSendable(approved, from));
        Assert.Null(ContentRules.WhyNotSendable(approved, from.AddDays(1).AddTicks(-1)));
        Assert.Equal(ContentObstacle.Expired, ContentRules.WhyNotSendable(approved, from.AddDays(1)));
        Assert.Equal(
            ContentObstacle.Retired,
            ContentRules.WhyNotSendable(Rules.Given(approved).When(Retire()).State, from));
    }

    [Theory]
    [Seeds(1, 2, 3)]
    public void What_is_sent_was_approved_after_its_last_edit_by_another_person(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var item = SampleContent.Draft();
            var (edits, isRetired) = (0, false);
            foreach (var command in commands)
            {
                var after = Rules.Given(item).When(command);
                var isEdited = after.Events.OfType<ContentEvent.Edited>().Any();
                edits += isEdited ? 1 : 0;
                if (isEdited) Assert.Equal(ContentState.Draft, after.State.State);
                Assert.False(isRetired && after.State != item);
                isRetired |= after.State.State is ContentState.Retired;
                item = after.State;
                Assert.Equal(item, Rules.Given(item).When(command).State);
            }

            Assert.Equal(1 + edits, item.Version);
            Assert.Empty(ContentFaults.Find(item.Body, item.LinkBase, item.Findings, item.Acknowledgement));
            if (item.State is not ContentState.Approved) return;
            Assert.NotEqual(item.Author, item.ApprovedBy);
            Assert.NotEqual(item.LastEditedBy, item.ApprovedBy);
        });

    [Fact]
    public void Acknowledgement_holds_while_the_words_are_the_same()
    {
        const string Forbidden = "转发到朋友圈领红包";
        var acknowledged = new Acknowledgement("小周", "法务已确认");
        var item = ContentRules.Create(
            "tea-101", SampleContent.Body(Forbidden), "小林", acknowledged, SampleContent.LinkBase, Instants.Evening);

        var retagged = Rules.Given(item).When(EditWith(new ContentEdit { Tags = new(["红茶"]) })).State;
        var refused = Rules.Given(item).When(Edit("集赞三十个，点赞就送红包", "小王")).Events;

        Assert.Equal(acknowledged, retagged.Acknowledgement);
        Assert.Equal("variants[0]", Assert.IsType<ContentEvent.Refused>(Assert.Single(refused)).Refusal.Field);
    }

    static ContentCommand.Edit Edit(string text, string by) =>
        new(new ContentEdit { Variants = new([text]) }, by, Acknowledgement: null, Instants.Evening);

    static ContentCommand.Edit EditWith(ContentEdit fields) =>
        new(fields, "小王", Acknowledgement: null, Instants.Evening);

    static ContentCommand.Approve Approve(string by, bool needsFourEyes = false) =>
        new(by, needsFourEyes, Instants.Evening);

    static ContentCommand.Retire Retire() => new("小王", Instants.Evening);
}
