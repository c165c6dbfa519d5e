using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Signposting.Api.Keys;

internal static class KeyRingRegistration
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("Signposting");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
    }
}
