using BiAssistant.Web;
using BiAssistant.Web.Components;

var builder = WebApplication.CreateBuilder(args);
var opened = Startup.Open(builder, args);
if (opened is null)
{
    return 1;
}

await using var workspace = opened;
workspace.Watch();
var app = builder.Build();
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAntiforgery();
app.MapStaticAssets();
app.MapAskApi();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
