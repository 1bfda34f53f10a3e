using System.Net;
using System.Text.Json.Nodes;
using Community.Content;
using Community.Pushes.Templates;
using FunctionsApp.Pushes.Templates;
using FunctionsApp.Tests.Content;

namespace FunctionsApp.Tests.Pushes.Templates;

public sealed class PushTemplateApiTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string> Templates =>
        new(PushTemplates.All.Select(template => (template.Id, template.Kind.ToString())));

    [Fact]
    public async Task Templates_are_listed_with_reasons_and_samples()
    {
        var templates = await app.ListAsync<PushTemplateView>("/api/push-templates?");

        Assert.Equal(PushTemplates.All.Select(template => template.Id), templates.Select(template => template.Id));
        var one = (await app.GetAsync("/api/push-templates/new-buyer-week")).Expecting(HttpStatusCode.OK)
            .As<PushTemplateView>();
        Assert.Equal(("新用户群 7 天", 8), (one.Name, one.Slots.Count));
        Assert.Equal(("unbox", "new-buyer-week-unbox-1"), (one.Slots[0].Id, one.Slots[0].Samples[0].ContentId));
        (await app.GetAsync("/api/push-templates/no-such")).Expecting(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Slots_and_samples_are_accepted_as_the_bodies_of_a_plan_and_of_items(string id, string kind)
    {
        var template = JsonNode.Parse((await app.GetAsync($"/api/push-templates/{id}")).Text)!;
        var slots = template["slots"]!.AsArray().Select(slot => slot!.DeepClone().AsObject()).ToList();
        foreach (var (slot, sample) in slots.SelectMany(slot => slot["samples"]!.AsArray().Select(one => (slot, one!))))
            await AcceptedAsync(slot["draw"]!, sample);
        foreach (var slot in slots) Assert.True(slot.Remove("samples") && slot.Remove("why"));

        var plan = app.PlanBody(await app.GroupAsync(kind: kind), slots);

        (await app.PostAsync("/api/push-plans", plan)).Expecting(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Repeat_is_200_and_items_that_exist_are_left_alone()
    {
        var body = Body(app.NewId("plan"), await app.GroupAsync(kind: "NewBuyer"));
        (await PostAsync(body)).Expecting(HttpStatusCode.Created);
        const string Sample = "new-buyer-week-hello-1";
        var edited = await app.EditContentAsync(
            Sample, new JsonObject { ["by"] = "小王", ["variants"] = new JsonArray("大家好") });
        edited.Expecting(HttpStatusCode.OK);

        (await PostAsync(body)).Expecting(HttpStatusCode.OK);
        (await PostAsync(Body(app.NewId("plan"), await app.GroupAsync(kind: "NewBuyer"))))
            .Expecting(HttpStatusCode.Created);

        var item = await app.GetContentAsync(Sample);
        Assert.Equal(("大家好", ContentState.Draft), (item.Variants[0], item.State));
        Assert.Equal(ContentState.Draft, (await app.GetContentAsync("new-buyer-week-unbox-1")).State);
        body["name"] = "另一个名字";
        (await PostAsync(body)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Groups_of_another_kind_are_400_and_nothing_is_stored()
    {
        var regulars = await app.GroupAsync(kind: "SuperUser");
        var flash = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(1));
        var byKind = Body(app.NewId("plan"), regulars);
        (byKind["groupIds"], byKind["kinds"]) = (null, new JsonArray("SuperUser"));
        var byFlash = byKind.DeepClone().AsObject();
        byFlash["kinds"] = new JsonArray("Flash");

        foreach (var (body, field) in new[]
                 {
                     (Body(app.NewId("plan"), regulars), "groupIds"), (Body(app.NewId("plan"), flash), "groupIds"),
                     (Body(app.NewId("plan"), "no-such-group"), "groupIds"), (byKind, "kinds"), (byFlash, "kinds"),
                 })
        {
            (await PostAsync(body)).ExpectingInvalid(field);
            (await app.GetAsync($"/api/push-plans/{body["id"]}")).Expecting(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Template_that_lasts_longer_than_the_group_is_400()
    {
        var course = await app.GroupAsync(kind: "Delivery", endsAt: app.Now.AddDays(14));

        var refused = await app.PostAsync(
            "/api/push-templates/delivery-learning/plan", Body(app.NewId("plan"), course));

        refused.ExpectingInvalid("slots[6].at.day");
    }

    [Theory]
    [InlineData("by", "by")]
    [InlineData("groupIds", "groupIds")]
    public async Task Missing_field_is_400(string missing, string field)
    {
        var body = Body(app.NewId("plan"), await app.GroupAsync(kind: "NewBuyer"));
        body.Remove(missing);

        (await PostAsync(body)).ExpectingInvalid(field);
    }

    [Fact]
    public async Task Unknown_template_is_404() =>
        (await app.PostAsync("/api/push-templates/no-such/plan", Body("plan-x", "vip-1")))
            .Expecting(HttpStatusCode.NotFound);

    static JsonObject Body(string id, string group) => new()
    {
        ["id"] = id,
        ["groupIds"] = new JsonArray(group),
        ["by"] = "小林",
    };

    Task<ApiAnswer> PostAsync(JsonObject body) => app.PostAsync("/api/push-templates/new-buyer-week/plan", body);

    async Task AcceptedAsync(JsonNode draw, JsonNode sample)
    {
        var item = ContentClient.Body(app.NewId("content"), (string)sample["text"]!);
        item["attachments"] = null;
        (item["kind"], item["tags"]) = (draw["kind"]!.DeepClone(), draw["tags"]!.DeepClone());
        (item["source"], item["reuseDays"]) = (sample["source"]?.DeepClone(), sample["reuseDays"]!.DeepClone());
        (await app.PostAsync("/api/content", item)).Expecting(HttpStatusCode.Created);
    }
}
