using System.Net;
using System.Text.Json.Nodes;
using Community.Pushes.Templates;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Tests.Content;

namespace FunctionsApp.Tests.Pushes.Templates;

public sealed class PushTemplatePlanTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [MemberData(nameof(Templates), MemberType = typeof(PushTemplateApiTests))]
    public async Task Plan_of_a_template_sends_its_samples_once_they_are_approved(string id, string kind)
    {
        var group = await app.GroupAsync(kind: kind);

        var answer = await app.PostAsync(
            $"/api/push-templates/{id}/plan", new JsonObject { ["groupIds"] = new JsonArray(group), ["by"] = "小林" });

        var plan = answer.Expecting(HttpStatusCode.Created).As<PushPlanView>();

        var template = PushTemplates.Find(id)!;
        Assert.Equal((template.Name, template.Slots.Count), (plan.Name, plan.Slots.Count));
        Assert.Equal(template.FirstDay(Today), plan.StartsOn);
        var samples = template.Slots.SelectMany(template.SamplesOf).Select(named => named.ContentId).ToList();
        Assert.All(await PreviewAsync(plan.Id), item => Assert.Equal("WillSkip", item.Outcome));
        foreach (var sample in samples) (await app.ApproveAsync(sample)).Expecting(HttpStatusCode.OK);
        await app.AdvanceAsync(TimeSpan.FromSeconds(6)); // The library is read again after 5 seconds.
        Assert.All(await PreviewAsync(plan.Id), item =>
        {
            Assert.Equal(("WillSend", null), (item.Outcome, item.Reason));
            Assert.Contains(item.ContentId, samples);
        });
    }

    DateOnly Today => DateOnly.FromDateTime(app.Now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    Task<IReadOnlyList<PreviewItem>> PreviewAsync(string plan) =>
        app.ListAsync<PreviewItem>($"/api/push-plans/{plan}/preview?");
}
