using System.Text.Json;

namespace FunctionsApp.Demonstration;

/// <summary>Push plans made from the ready-made ones, with their sample texts approved.</summary>
static class DemonstrationPushes
{
    const string Author = "小林";
    const string Approver = "老周";

    public static async Task CreateAsync(DemonstrationClient api)
    {
        await PlanAsync(api, "super-user-rhythm", DemonstrationGroups.SuperUsers);
        await PlanAsync(api, "new-buyer-week", DemonstrationGroups.NewBuyers);
        await PlanAsync(api, "delivery-learning", DemonstrationGroups.Pupils);
        var drafts = await api.GetAsync("/api/content?state=Draft&top=200");
        foreach (var item in drafts.GetProperty("items").EnumerateArray())
            await api.PostAsync($"/api/content/{item.GetProperty("id").GetString()}/approve", new { by = Approver });
    }

    static Task<JsonElement> PlanAsync(DemonstrationClient api, string template, string groupId) => api.PostAsync(
        $"/api/push-templates/{template}/plan",
        new { id = $"demo-{template}", by = Author, groupIds = (string[])[groupId] });
}
