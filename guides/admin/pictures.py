"""Pictures in the admin: uploaded pictures, and a role's lead picture with its focus."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse_lazy

from guides.admin.deleting import DeletesUnused
from guides.editing.picture_uploads import PictureForm, delete_files, is_in_use, store
from guides.models import Picture, Role

LEAD_PICTURE = (
    "Lead picture",
    {
        "fields": ("lead_picture", "lead_picture_alt", ("focus_x", "focus_y")),
        "description": "The focus is the point that cropping keeps in view. Enter it, or click the picture.",
    },
)


class LeadPictureForm(forms.ModelForm):
    """The lead picture in a role's form."""

    class Meta:
        model = Role
        fields = "__all__"
        widgets = {
            "focus_x": forms.NumberInput(
                attrs={"class": "focus", "max": 100, "data-preview": reverse_lazy("lead_picture", args=(0,))}
            ),
            "focus_y": forms.NumberInput(attrs={"class": "focus", "max": 100}),
        }

    class Media:
        js = ("js/lead-picture.js",)

    def clean(self):
        """Reset the other fields if there is no picture; default to the picture's own alternative text."""
        data = super().clean()
        picture = data.get("lead_picture")
        if picture is None:
            data |= {"lead_picture_alt": "", "focus_x": 50, "focus_y": 50}
        elif not data.get("lead_picture_alt"):
            data["lead_picture_alt"] = picture.alt
        return data


@admin.register(Picture)
class PictureAdmin(DeletesUnused):
    """All pictures. Users who can change roles can upload; pictures used by any revision cannot be deleted."""

    list_display = ("thumbnail", "alt", "pixels", "uploaded_by", "uploaded_at")
    list_display_links = ("thumbnail", "alt")
    list_select_related = ("uploaded_by",)
    search_fields = ("alt", "uuid")
    date_hierarchy = "uploaded_at"
    actions = ("delete_selected",)
    kept_because = "A guide or one of its revisions shows this picture, so it can't be deleted."

    class Media:
        css = {"all": ("css/admin.css",)}

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change=change, **({} if change else {"form": PictureForm}), **kwargs)

    def get_fields(self, request, obj=None):
        return ("alt", "thumbnail", "code", "pixels", "uploaded_by", "uploaded_at") if obj else ("image", "alt")

    def get_readonly_fields(self, request, obj=None):
        return ("thumbnail", "code", "pixels", "uploaded_by", "uploaded_at") if obj else ()

    @admin.display(description="Picture")
    def thumbnail(self, picture):
        return render_to_string("admin/guides/picture_thumbnail.html", {"picture": picture})

    @admin.display(description="In a text", empty_value="")
    def code(self, picture):
        return picture.markdown

    @admin.display(description="Size", ordering="width")
    def pixels(self, picture):
        return f"{picture.width} × {picture.height}"

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            obj.uploaded_by = request.user
            store(obj, form.cleaned_data["image"])

    def delete_queryset(self, request, queryset):
        for picture in queryset:
            self.delete_model(request, picture)

    def delete_model(self, request, obj):
        file = obj.file
        super().delete_model(request, obj)
        transaction.on_commit(lambda: delete_files(file), robust=True)  # the row is gone by then

    def has_module_permission(self, request):
        return request.user.has_perm("guides.change_role")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("guides.change_role")

    def has_add_permission(self, request):
        return request.user.has_perm("guides.change_role")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("guides.change_role")

    def used(self, queryset):
        return queryset.filter(pk__in=[picture.pk for picture in queryset if is_in_use(picture)])

    def may_delete(self, request):
        return request.user.has_perm("guides.publish_role")
