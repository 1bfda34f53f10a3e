using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>The corporation's library of group welcomes. The owner of a group applies one of them by hand.</summary>
public sealed class WeComWelcomeClient(WeComApi api)
{
    const string Path = "externalcontact/group_welcome_template/";

    /// <summary>The id of a new welcome; owners are not told of it.</summary>
    public async Task<WeComReply<string>> AddAsync(WelcomeTemplate template) =>
        (await api.PostAsync<WelcomeId>($"{Path}add", Body(templateId: null, template))).Map(added => added.TemplateId);

    public Task<WeComReply<Done>> EditAsync(string templateId, WelcomeTemplate template) =>
        api.PostAsync<Done>($"{Path}edit", Body(templateId, template));

    public Task<WeComReply<Done>> DeleteAsync(string templateId) =>
        api.PostAsync<Done>($"{Path}del", new WelcomeId(templateId));

    static object Body(string? templateId, WelcomeTemplate template) => new
    {
        TemplateId = templateId,
        Text = new WeComText(template.Text),
        template.Attachment?.Image,
        template.Attachment?.Link,
        template.Attachment?.Miniprogram,
        template.Attachment?.File,
        template.Attachment?.Video,
        Notify = templateId is null ? 0 : (int?)null,
    };

    sealed record WelcomeId(string TemplateId);
}

/// <summary>
/// A welcome: in its text <c>%NICKNAME%</c> becomes the names of those who joined. It has one attachment at most.
/// </summary>
public sealed record WelcomeTemplate(string Text, WeComAttachment? Attachment = null);
