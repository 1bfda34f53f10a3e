using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Content;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Sending;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer;

/// <summary>Reads the settings that plans depend on, and compares those of a document with them.</summary>
public sealed class PlanSettingsReader(
    BrandTime time, IChannel channel, ContentSettings content, PushLimitSettings pushLimits)
{
    public PlanSettings Read() => new(
        time.Zone.Id, channel.Name, content.NeedsFourEyes, PushLimitsView.From(pushLimits.LimitsOf(group: null)));

    /// <summary>
    /// The settings of a document that the app has otherwise. Those that the document leaves out are not compared.
    /// </summary>
    public IReadOnlyList<SettingDifference> Compare(PlanSettings? document)
    {
        if (document is null) return [];
        var (wanted, here) = (ValuesOf(document), ValuesOf(Read()));
        return
        [
            .. from setting in wanted
               where setting.Value is not null && setting.Value != here.GetValueOrDefault(setting.Key)
               select new SettingDifference(setting.Key, setting.Value, here.GetValueOrDefault(setting.Key)),
        ];
    }

    static Dictionary<string, string?> ValuesOf(PlanSettings settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(settings, ApiJson.Options)!.AsObject())
        {
            if (value is not JsonObject limits) values[name] = value?.ToString();
            else foreach (var (limit, text) in limits) values[$"{name}.{limit}"] = text?.ToString();
        }

        return values;
    }
}
